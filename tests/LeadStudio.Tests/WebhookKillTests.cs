using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Persistence;
using LeadStudio.TestSupport.Web;
using Microsoft.AspNetCore.Http;

namespace LeadStudio.Tests;

/// <summary>Kills the running program between the commit of a lead and the call that tells of it.</summary>
public sealed class WebhookKillTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly string[] s_settings = [$"--LeadStudio:BootstrapApiKey={Key}", "--LeadStudio:AllowPrivateTargets=true"];

    [Theory]
    [InlineData(false)] // at once when the lead was acknowledged
    [InlineData(true)] // while the receiver has the call and has not answered
    public async Task Webhook_KilledAfterTheAcknowledgement_IsToldAfterTheRestart(bool isCalling)
    {
        var database = databases.NewDatabase();
        await using var receiver = await WebReceiver.StartAsync();
        receiver.Answer = call => new Held(call.Gone);

        var secret = await AddLeadAndKillAsync(database, receiver, isCalling);
        var before = receiver.Received.Count;
        receiver.Answer = _ => Results.Ok();
        await using var program = RunningProgram.Start(database, s_settings);
        await program.UntilAsync(() => RunningProgram.ReadAsync(database, "select count(*) from webhook_deliveries where attempts > 0"));

        Assert.True(receiver.Received.Count > before);
        Assert.Single(receiver.Received.Select(call => call.Headers[WebhookSignature.IdHeader]).Distinct());
        Assert.Single(receiver.Received.Select(call => call.Body).Distinct());
        var told = receiver.Received[^1];
        Assert.Equal("ann@example.com", JsonElement.Parse(told.Body).GetProperty("data").GetProperty("lead").GetProperty("email").GetString());
        var timestamp = long.Parse(told.Headers[WebhookSignature.TimestampHeader], CultureInfo.InvariantCulture);
        Assert.Equal(WebhookSignature.Sign(secret, told.Headers[WebhookSignature.IdHeader], timestamp, told.Body), told.Headers[WebhookSignature.SignatureHeader]);
    }

    private static async Task<string> AddLeadAndKillAsync(string database, WebReceiver receiver, bool isCalling)
    {
        await using var program = RunningProgram.Start(database, s_settings);
        using var http = new HttpClient { BaseAddress = new Uri(await program.AddressAsync(), "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var added = await http.PostAsJsonAsync(new Uri("webhooks", UriKind.Relative), new { url = receiver.Url, events = (string[])[WebhookEvents.LeadCreated] });
        using var lead = await http.PostAsJsonAsync(new Uri("leads", UriKind.Relative), new { email = "ann@example.com" });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (added.StatusCode, lead.StatusCode));
        if (isCalling)
        {
            await program.UntilAsync(() => Task.FromResult((long)receiver.Received.Count));
        }

        return JsonElement.Parse(await added.Content.ReadAsStringAsync()).GetProperty("secret").GetString()!;
    }

    // Answers nothing: the wait ends when the caller hangs up, as the program that is killed does.
    private sealed class Held(CancellationToken gone) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Task.Delay(Timeout.InfiniteTimeSpan, gone).ContinueWith(_ => { }, TaskScheduler.Default); // until the caller is gone
    }
}
