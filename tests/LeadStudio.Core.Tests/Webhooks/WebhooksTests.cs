using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Tests.Webhooks;

public abstract class WebhooksTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private WebhookScene _scene = null!;

    public async Task InitializeAsync() => _scene = await WebhookScene.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [SkippableFact]
    public async Task Add_Webhook_TellsItsSecretOnceAndKeepsItEncrypted()
    {
        var added = await _scene.AddAsync(WebhookEvents.LeadCreated);

        var stored = Assert.Single(await _scene.Webhooks.ListAsync());
        Assert.Equal(added.Webhook.Id, stored.Id);
        Assert.DoesNotContain(added.Secret, stored.Secret, StringComparison.Ordinal);
        var entry = Assert.Single(await _scene.Get<IAuditTrail>().ListAsync(new AuditQuery(Kind: "webhook"), null, 10));
        Assert.Equal(("webhook.added", "Ada"), (entry.Action, entry.Actor));
        Assert.DoesNotContain(added.Secret, entry.After, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("nowhere", "lead.created", null, "no address")]
    [InlineData("https://example.com/", "lead.eaten", null, "no event \"lead.eaten\"")]
    [InlineData("https://example.com/", "", null, "at least one event")]
    [InlineData("https://example.com/", "score.changed", 0, "1 to 100 points")]
    public async Task Add_WhatDoesNotFit_IsRefused(string url, string events, int? threshold, string expected)
    {
        var refused = await _scene.Webhooks.AddAsync(new WebhookSettings(url, events.Split(' ', StringSplitOptions.RemoveEmptyEntries), threshold), WebhookScene.Ada);

        Assert.Contains(expected, refused.Error?.Message, StringComparison.Ordinal);
        Assert.Empty(await _scene.Webhooks.ListAsync());
    }

    [SkippableFact]
    public async Task Pause_Webhook_HoldsWhatHappensUntilItGoesOn()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        var settings = WebhookSettings.Of((await _scene.Webhooks.GetAsync(id)).Value!);
        await _scene.Webhooks.ChangeAsync(id, settings with { IsPaused = true }, WebhookScene.Ada);
        await _scene.AddLeadAsync("ann@example.com");
        await _scene.RunAsync();
        Assert.Empty(_scene.Receiver.Received);
        Assert.IsType<WebhookPaused>((await _scene.Webhooks.TestAsync(id, WebhookScene.Ada)).Error);

        await _scene.Webhooks.ChangeAsync(id, settings, WebhookScene.Ada);
        await _scene.RunAsync();

        Assert.Single(_scene.Receiver.Received);
    }

    [SkippableFact]
    public async Task Redeliver_WhatArrived_SendsTheSameAgain()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        await _scene.AddLeadAsync("ann@example.com");
        await _scene.RunAsync();
        var delivery = Assert.Single(await _scene.LogAsync(id));

        await _scene.Webhooks.RedeliverAsync(id, delivery.Id, WebhookScene.Ada);
        await _scene.RunAsync();

        Assert.Equal(2, _scene.Receiver.Received.Count);
        Assert.Single(_scene.Receiver.Received.Select(request => (request.Body, request.Headers[WebhookSignature.IdHeader])).Distinct());
        Assert.Equal((DeliveryState.Delivered, 2), ((await _scene.LogAsync(id))[0].State, (await _scene.LogAsync(id))[0].Attempts));
        Assert.IsType<DeliveryNotFound>((await _scene.Webhooks.RedeliverAsync(id, delivery.Id + 1, WebhookScene.Ada)).Error);
    }

    [SkippableFact]
    public async Task Test_Webhook_SendsATestThatIsSigned()
    {
        var added = await _scene.AddAsync(WebhookEvents.ImportFinished);

        await _scene.Webhooks.TestAsync(added.Webhook.Id, WebhookScene.Ada);
        await _scene.RunAsync();

        var request = Assert.Single(_scene.Receiver.Received);
        Assert.Contains("\"event\":\"test\"", request.Body, StringComparison.Ordinal);
        Assert.StartsWith("v1=", request.Headers[WebhookSignature.SignatureHeader], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Delete_Webhook_TakesItsLogAlong()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        await _scene.AddLeadAsync("ann@example.com");
        await _scene.RunAsync();

        await _scene.Webhooks.DeleteAsync(id, WebhookScene.Ada);
        await _scene.AddLeadAsync("bob@example.com");
        await _scene.RunAsync();

        Assert.Single(_scene.Receiver.Received);
        Assert.IsType<WebhookNotFound>((await _scene.Webhooks.DeliveriesAsync(id, null, 10)).Error);
        Assert.Equal(0, await _scene.Get<IDatabase>().ReadAsync(db => db.Set<WebhookDelivery>().CountAsync()));
    }

    [SkippableFact]
    public async Task Erase_Person_LeavesNothingOfItInTheLog()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        var lead = await _scene.AddLeadAsync("ann@example.com");
        await _scene.AddLeadAsync("bob@example.com");
        await _scene.RunAsync();

        await _scene.Get<IErasure>().EraseAsync(lead, WebhookScene.Ada);

        Assert.DoesNotContain(await _scene.LogAsync(id), delivery => delivery.LeadId == lead);
        Assert.Single(await _scene.LogAsync(id));
    }

    [SkippableFact]
    public async Task Prune_OldEntriesOfTheOutbox_WaitForTheSlowestWebhook()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        await _scene.HappenAsync(LeadTopics.Created, "1");
        await _scene.HappenAsync(LeadTopics.Created, "2");
        _scene.Clock.Advance(TimeSpan.FromDays(4));

        await _scene.Get<DeliveryPruning>().RunAsync(CancellationToken.None);
        await _scene.RunAsync();

        Assert.Equal([2, 1], (await _scene.LogAsync(id)).Select(delivery => delivery.LeadId));
    }

    public sealed class OnSqlite(SqliteFixture databases) : WebhooksTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : WebhooksTests(databases);
}
