using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace LeadStudio.Benchmarks.Api;

/// <summary>Scores read and leads written over HTTP, stored and audited in SQLite, beside a bare Kestrel endpoint that answers as many bytes.</summary>
internal sealed class ApiBenchmark : IBenchmark
{
    private const int BatchSize = 10_000;
    private const int Batches = 4;
    private const double MostMilliseconds = 50;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(8);
    private static readonly Uri s_leads = new("/api/v1/leads", UriKind.Relative);

    public string Name => "api";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-api-");
        try
        {
            var (server, http) = await ServerProcess.StartAsync(Path.Combine(folder.FullName, "leads.db"), folder.FullName);
            var (bareServer, bare) = await ServerProcess.StartBareAsync();
            await using (server)
            await using (bareServer)
            {
                using (http)
                using (bare)
                {
                    return await BatchAsync(http, cancellationToken)
                        & await CompareAsync("GET score", http, number => new(HttpMethod.Get, ScoreOf(1 + (number % BatchSize))), bare, 0.10)
                        & await CompareAsync("POST lead", http, number => new(HttpMethod.Post, s_leads) { Content = LeadOf(number) }, bare, 0.03);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Uri ScoreOf(int lead) => new(string.Create(CultureInfo.InvariantCulture, $"/api/v1/leads/{lead}/score"), UriKind.Relative);

    private static StringContent LeadOf(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $$"""{"email":"posted{{number}}@example{{number % 500}}.com","firstName":"Ann","lastName":"Lee","title":"CEO","employees":{{number % 1000}}}"""),
        Encoding.UTF8,
        "application/json");

    private static async Task<bool> BatchAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var most = 0.0;
        for (var batch = 0; batch < Batches; batch++)
        {
            var leads = Enumerable.Range(batch * BatchSize, BatchSize)
                .Select(number => new { email = $"lead{number}@example{number % 500}.com", firstName = "Ann", title = "CEO", employees = number % 1000 });
            using var content = JsonContent.Create(new { items = leads });
            await content.LoadIntoBufferAsync(cancellationToken);
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsync(new Uri("/api/v1/leads/batch", UriKind.Relative), content, cancellationToken);
            using var rows = await JsonDocument.ParseAsync(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var scored = rows.RootElement.GetProperty("items").EnumerateArray().Count(row => row.GetProperty("score").ValueKind == JsonValueKind.Number);
            Console.WriteLine($"batch of {BatchSize:N0}: {took:N0} ms, {scored:N0} scored{(batch == 0 ? " (the first)" : "")}");
            most = batch == 0 ? 0 : Math.Max(most, took);
        }

        return Aim.Check("batch, slowest", $"{most:N0} ms", "1,000 ms", most < 1_000);
    }

    private static async Task<bool> CompareAsync(string what, HttpClient http, Func<int, HttpRequestMessage> request, HttpClient bare, double least)
    {
        var ours = new Load(http, request);
        await ours.RateAsync(s_warmUp);
        var bytes = await SizeAsync(http, request);
        var path = new Uri(BareServer.PathOf(bytes), UriKind.Relative);
        var theirs = new Load(bare, number =>
        {
            var message = request(number);
            message.RequestUri = path;
            return message;
        });
        await theirs.RateAsync(s_warmUp);

        var (bareRate, rate) = (await theirs.RateAsync(s_time), await ours.RateAsync(s_time));
        var paced = await ours.PaceAsync(rate / 2, s_time);
        Console.WriteLine($"{what}: {rate:N0}/s, a bare endpoint {bareRate:N0}/s ({bytes} bytes each); at half of that rate {paced}");
        return Aim.Check($"{what}, part of bare", $"{rate / bareRate:0.000}", $"{least:0.00}", rate >= least * bareRate)
            & Aim.Check($"{what}, 99 % within", $"{paced.Within(0.99):0.0} ms", $"{MostMilliseconds:0} ms", paced.Within(0.99) < MostMilliseconds);
    }

    private static async Task<int> SizeAsync(HttpClient http, Func<int, HttpRequestMessage> request)
    {
        using var message = request(int.MaxValue);
        using var response = await http.SendAsync(message);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }
}
