using System.Diagnostics;
using System.Globalization;

namespace LeadStudio.Benchmarks;

/// <summary>How long the same thing took, again and again.</summary>
/// <param name="milliseconds">What was measured already.</param>
internal sealed class Timings(params IEnumerable<double> milliseconds)
{
    private readonly List<double> _milliseconds = [.. milliseconds];

    /// <summary>Gets how often it was done.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>Gets one of the times.</summary>
    /// <param name="index">Which, as they were done.</param>
    /// <returns>Milliseconds.</returns>
    public double this[int index] => _milliseconds[index];

    /// <summary>Does something and notes how long it took.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>Gives the time within which a part of them was done.</summary>
    /// <param name="part">From 0 to 1.</param>
    /// <returns>Milliseconds.</returns>
    public double Within(double part)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"half within {Within(0.5):0.0} ms, 95 % within {Within(0.95):0.0} ms, all within {Within(1):0.0} ms");
}
