using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Http;

namespace LeadStudio.Core.Tests.Webhooks;

/// <summary>What webhooks are told: each thing, in order, again and again until it arrives.</summary>
public abstract class DeliveryTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private WebhookScene _scene = null!;

    public async Task InitializeAsync() => _scene = await WebhookScene.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [SkippableFact]
    public async Task Run_LeadAdded_IsToldSignedSoThatAReceiverCanCheck()
    {
        var added = await _scene.AddAsync(WebhookEvents.LeadCreated);
        var lead = await _scene.AddLeadAsync("ann@example.com");

        await _scene.RunAsync();

        var request = Assert.Single(_scene.Receiver.Received);
        var (id, timestamp) = (request.Headers["LeadStudio-Id"], request.Headers["LeadStudio-Timestamp"]);
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(added.Secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{request.Body}"));
        Assert.Equal("v1=" + Convert.ToHexString(signed), request.Headers["LeadStudio-Signature"], ignoreCase: true);
        Assert.Equal(_scene.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), timestamp);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal((id, "lead.created", "2026-11-26T09:00:00Z"), (
            body.RootElement.GetProperty("id").GetString(), body.RootElement.GetProperty("event").GetString(), body.RootElement.GetProperty("at").GetString()));
        Assert.Equal(lead, body.RootElement.GetProperty("data").GetProperty("lead").GetInt64());
        var log = Assert.Single(await _scene.LogAsync(added.Webhook.Id));
        Assert.Equal((DeliveryState.Delivered, 1, 200), (log.State, log.Attempts, log.Status));
    }

    [SkippableFact]
    public async Task Run_LeadEditedAndWon_TellsEachOfItsKind()
    {
        var lead = await _scene.AddLeadAsync("ann@example.com");
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated, WebhookEvents.LeadUpdated, WebhookEvents.LeadOutcome)).Webhook.Id;

        await _scene.EditAsync(lead, "CEO");
        await _scene.EditAsync(lead, "CEO"); // says nothing new
        await _scene.Get<ILeadStore>().SetOutcomeAsync(lead, StandardFields.Won, value: 100, WebhookScene.Ada);
        await _scene.RunAsync();

        Assert.Equal(["lead.updated", "lead.updated", "lead.outcome"], (await _scene.LogAsync(id)).Select(delivery => delivery.Event).Reverse());
    }

    [SkippableFact]
    public async Task Run_ScoresWithAThreshold_TellsWhereItIsCrossed()
    {
        var added = (await _scene.Webhooks.AddAsync(new WebhookSettings(_scene.Receiver.Url, [WebhookEvents.ScoreChanged], Threshold: 70), WebhookScene.Ada)).Value!;

        await _scene.HappenAsync(LeadTopics.Scores, "1::69:5 2::70:1 3:71:90:1 4:90:10:9");
        await _scene.RunAsync();

        Assert.Equal([2, 4], (await _scene.LogAsync(added.Webhook.Id)).Select(delivery => delivery.LeadId).Order());
    }

    [SkippableFact]
    public async Task Run_LeadWhoseFirstDeliveryFails_KeepsItsOrderAndHoldsUpNoOther()
    {
        var (ann, bob) = (await _scene.AddLeadAsync("ann@example.com"), await _scene.AddLeadAsync("bob@example.com"));
        await _scene.AddAsync(WebhookEvents.LeadUpdated, WebhookEvents.LeadOutcome);
        var isDown = true;
        _scene.Receiver.Answer = request => isDown && request.Body.Contains($"\"lead\":{ann},", StringComparison.Ordinal) ? Results.StatusCode(503) : Results.Ok();
        await _scene.EditAsync(ann, "CEO");
        await _scene.EditAsync(bob, "CTO");
        await _scene.Get<ILeadStore>().SetOutcomeAsync(ann, StandardFields.Won, value: null, WebhookScene.Ada);

        await _scene.RunAsync();
        Assert.Equal(2, _scene.Receiver.Received.Count); // the first of each lead
        isDown = false;
        await _scene.RunAsync();
        Assert.Equal(2, _scene.Receiver.Received.Count); // it is not time yet
        _scene.Clock.Advance(TimeSpan.FromSeconds(10));
        await _scene.RunAsync();

        var told = _scene.Receiver.Received.Where(request => request.Body.Contains($"\"lead\":{ann},", StringComparison.Ordinal)).ToList();
        Assert.Equal(["lead.updated", "lead.updated", "lead.updated", "lead.outcome"], told.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("event").GetString()));
        Assert.Equal(told[0].Headers["LeadStudio-Id"], told[1].Headers["LeadStudio-Id"]);
    }

    [SkippableFact]
    public async Task Run_ReceiverDownForThreeDays_TriesLessAndLessThenParksAndPauses()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        _scene.Receiver.Answer = _ => Results.Text(new string('x', 10_000), statusCode: 500);
        await _scene.AddLeadAsync("ann@example.com");

        for (var hour = 0; hour <= 80; hour++)
        {
            await _scene.RunAsync();
            _scene.Clock.Advance(TimeSpan.FromHours(1));
        }

        var delivery = Assert.Single(await _scene.LogAsync(id));
        Assert.Equal((DeliveryState.Parked, 500, 4096), (delivery.State, delivery.Status, delivery.Response?.Length));
        Assert.InRange(delivery.TriedAt!.Value - delivery.FirstTriedAt!.Value, TimeSpan.FromDays(3).TotalMicroseconds, TimeSpan.FromHours(79).TotalMicroseconds);
        Assert.InRange(delivery.Attempts, 15, 40); // hourly at first, six-hourly in the end
        Assert.Equal((true, "Nothing arrived for three days."), ((await _scene.Webhooks.GetAsync(id)).Value!.IsPaused, (await _scene.Webhooks.GetAsync(id)).Value!.PausedBecause));
    }

    [SkippableFact]
    public async Task Run_AfterACrash_TellsWhatWasCommittedBefore()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated, WebhookEvents.LeadUpdated)).Webhook.Id;
        var lead = await _scene.AddLeadAsync("ann@example.com");
        await _scene.Get<DeliveryWriter>().RunAsync((await _scene.Webhooks.GetAsync(id)).Value!, CancellationToken.None); // made, not sent
        await _scene.EditAsync(lead, "CEO"); // not even made

        await _scene.RestartAsync();
        await _scene.RunAsync();

        Assert.Equal(["lead.updated", "lead.created"], (await _scene.LogAsync(id)).Select(delivery => delivery.Event));
        Assert.Equal(2, _scene.Receiver.Received.Count);
    }

    [SkippableFact]
    public async Task Run_MillionLeadsWhileTheReceiverIsDown_MakesNoMoreThanAThousandAhead()
    {
        var id = (await _scene.AddAsync(WebhookEvents.LeadCreated)).Webhook.Id;
        _scene.Receiver.Answer = _ => Results.StatusCode(503);
        await _scene.HappenAsync(LeadTopics.Created, "1-1000000");

        await _scene.RunAsync();

        Assert.Equal(DeliveryWriter.MostWaiting, (await _scene.LogAsync(id)).Count);
        Assert.Equal(1_000, (await _scene.Webhooks.GetAsync(id)).Value!.DoneItems);
    }

    public sealed class OnSqlite(SqliteFixture databases) : DeliveryTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : DeliveryTests(databases);
}
