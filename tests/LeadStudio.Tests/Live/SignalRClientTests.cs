using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LeadStudio.Live;
using LeadStudio.Tests.Api;
using LeadStudio.Tests.Api.Document;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Live;

/// <summary>The client of SignalR that other programs use, from npm, against the hub of scores.</summary>
public sealed class SignalRClientTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const string Script = "watch-scores.mjs";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Watch_WithAKey_ReceivesWhatWasMissedThenWhatHappens()
    {
        await ApiTools.ReadyAsync();
        await using var api = await ApiScene.StartAsync(databases);
        await api.Get<ScoreChanges>().LastAsync(CancellationToken.None);
        var before = await api.AddAsync("ann@example.com");
        using var watcher = Process.Start(new ProcessStartInfo("node", [ApiTools.PathOf(Script), AddressOf(api), ApiScene.Key, "0", "2"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        try
        {
            var missed = await NextAsync(watcher);
            var since = await api.AddAsync("bob@example.com", "Clerk");
            var live = await NextAsync(watcher);
            await watcher.WaitForExitAsync().WaitAsync(s_patience);

            Assert.Equal([Text(before), Text(since)], [LeadOf(missed), LeadOf(live)]);
            Assert.Equal((await api.GetAsync($"/api/v1/leads/{since}")).Body.GetProperty("score").GetInt32(), live.GetProperty("score").GetInt32());
            Assert.Equal(0, watcher.ExitCode);
        }
        finally
        {
            watcher.Kill();
        }
    }

    [SkippableFact]
    public async Task Watch_WithAWrongKey_IsRefused()
    {
        await ApiTools.ReadyAsync();
        await using var api = await ApiScene.StartAsync(databases);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestSupport.Commands.RunAsync("node", ApiTools.PathOf(Script), AddressOf(api), "no-key", "0", "1"));

        Assert.Contains("401", failure.Message, StringComparison.Ordinal);
    }

    private static string AddressOf(ApiScene api) => api.Client.BaseAddress!.ToString().TrimEnd('/');

    private static string LeadOf(JsonElement change) => change.GetProperty("leadId").GetString()!;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<JsonElement> NextAsync(Process watcher) => JsonElement.Parse((await watcher.StandardOutput.ReadLineAsync().WaitAsync(s_patience))!);
}
