using System.Diagnostics;

namespace LeadStudio.Benchmarks.Api;

/// <summary>The same request, sent over and over by many connections.</summary>
/// <param name="http">Who sends them.</param>
/// <param name="request">Makes the request of a number that counts up.</param>
internal sealed class Load(HttpClient http, Func<int, HttpRequestMessage> request)
{
    private const int Connections = 64;
    private int _next;

    /// <summary>Sends as many as are answered, for some time.</summary>
    /// <returns>Answers a second.</returns>
    public async Task<double> RateAsync(TimeSpan time)
    {
        var (start, answers) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await SendAsync();
                Interlocked.Increment(ref answers);
            }
        })));
        return answers / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Sends a fixed number a second, whether or not the earlier ones are answered, and notes how long each took since it was due.</summary>
    public async Task<Timings> PaceAsync(double perSecond, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var total = (int)(perSecond * time.TotalSeconds);
        var took = new double[total];
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(async () =>
        {
            for (var number = connection; number < total; number += Connections)
            {
                var due = TimeSpan.FromSeconds(number / perSecond);
                if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
                {
                    await Task.Delay(wait); // until the request is due
                }

                await SendAsync();
                took[number] = (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
            }
        })));
        return new Timings(took);
    }

    private async Task SendAsync()
    {
        using var message = request(Interlocked.Increment(ref _next));
        using var response = await http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null);
    }
}
