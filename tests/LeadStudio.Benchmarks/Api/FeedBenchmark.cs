using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeadStudio.Benchmarks.Api;

/// <summary>Many listeners of the live feed of scores, each of which is to be told of every change.</summary>
/// <remarks>A change counts from the moment at which it is sent to LeadStudio, so to store and to score it is part of the time.</remarks>
internal sealed class FeedBenchmark : IBenchmark
{
    private const int Listeners = 1_000;
    private const int ChangesPerSecond = 20;
    private const int Seconds = 15;
    private const int WarmUp = 40;
    private const int Changes = WarmUp + (ChangesPerSecond * Seconds);
    private const int Leads = 50;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1.0 / ChangesPerSecond);
    private static readonly byte[] s_event = "event: score\n"u8.ToArray();

    public string Name => "feed";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-feed-");
        try
        {
            var (server, http) = await ServerProcess.StartAsync(Path.Combine(folder.FullName, "leads.db"), folder.FullName);
            await using (server)
            {
                using (http)
                {
                    return await MeasureAsync(server, http, cancellationToken);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(ServerProcess server, HttpClient http, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await AddLeadsAsync(http, end.Token);
        var (sent, memory) = (new long[Changes], server.ReadMemory());
        var listeners = Enumerable.Range(0, Listeners).Select(_ => new Listener(sent)).ToList();
        var listening = listeners.ConvertAll(listener => Task.Run(() => listener.RunAsync(http, end.Token), CancellationToken.None));
        await Task.WhenAll(listeners.Select(listener => listener.Started)).WaitAsync(s_patience, cancellationToken);

        var start = Stopwatch.GetTimestamp();
        for (var change = 0; change < Changes; change++)
        {
            if ((s_between * change) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, cancellationToken); // until the change is due
            }

            sent[change] = Stopwatch.GetTimestamp();
            await ChangeAsync(http, change % Leads, change / Leads % 2 == 0 ? "Student" : "CEO", cancellationToken);
        }

        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Task.WhenAll(listeners.Select(listener => listener.Heard)).WaitAsync(s_patience, cancellationToken);
        var perListener = (server.ReadMemory() - memory) / 1024.0 / Listeners;
        await end.CancelAsync();
        await Task.WhenAll(listening);

        var latencies = new Timings(listeners.SelectMany(listener => listener.Latencies.Skip(WarmUp)));
        Console.WriteLine($"{Listeners:N0} listeners, {Changes / took:0.0} changes/s, {latencies.Count:N0} heard: {latencies}; {perListener:0} KB each");
        return Aim.Check("changes a second", $"{Changes / took:0.0}", $"{ChangesPerSecond}", Changes / took > 0.99 * ChangesPerSecond)
            & Aim.Check("heard, 95 % within", $"{latencies.Within(0.95):0} ms", "250 ms", latencies.Within(0.95) < 250)
            & Aim.Check("memory a listener", $"{perListener:0} KB", "60 KB", perListener < 60);
    }

    // Ends when a listener has heard of all of them: those who listen later hear of none.
    private static async Task AddLeadsAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listener = new Listener(new long[Leads]);
        var listening = Task.Run(() => listener.RunAsync(http, end.Token), CancellationToken.None);
        await listener.Started.WaitAsync(s_patience, cancellationToken);
        for (var lead = 0; lead < Leads; lead++)
        {
            await ChangeAsync(http, lead, "CEO", cancellationToken);
        }

        await listener.Heard.WaitAsync(s_patience, cancellationToken);
        await end.CancelAsync();
        await listening;
    }

    private static async Task ChangeAsync(HttpClient http, int lead, string title, CancellationToken cancellationToken)
    {
        using var content = new StringContent(
            string.Create(CultureInfo.InvariantCulture, $$"""{"email":"lead{{lead}}@example{{lead}}.com","title":"{{title}}"}"""), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/leads", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>One who listens. Its n-th event is the n-th change, as they are told in their order.</summary>
    private sealed class Listener(long[] sent)
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<double> _latencies = new(Changes);

        public Task Started => _started.Task;

        public Task Heard => _heard.Task;

        public IReadOnlyList<double> Latencies => _latencies;

        public async Task RunAsync(HttpClient http, CancellationToken end)
        {
            try
            {
                await using var stream = await http.GetStreamAsync(new Uri("/api/v1/score-changes", UriKind.Relative), end);
                var (buffer, kept) = (new byte[1024], 0);
                while (await stream.ReadAsync(buffer.AsMemory(kept), end) is > 0 and var read)
                {
                    kept = Take(buffer, kept + read);
                    _started.TrySetResult();
                }
            }
            catch (OperationCanceledException)
            {
                // All was heard.
            }
        }

        // Counts the events, and keeps what may be the beginning of one more.
        private int Take(byte[] buffer, int length)
        {
            var place = 0;
            while (buffer.AsSpan(place, length - place).IndexOf(s_event) is >= 0 and var found)
            {
                place += found + s_event.Length;
                _latencies.Add(Stopwatch.GetElapsedTime(sent[_latencies.Count]).TotalMilliseconds);
            }

            if (_latencies.Count == sent.Length)
            {
                _heard.TrySetResult();
            }

            var rest = Math.Min(s_event.Length - 1, length - place);
            buffer.AsSpan(length - rest, rest).CopyTo(buffer);
            return rest;
        }
    }
}
