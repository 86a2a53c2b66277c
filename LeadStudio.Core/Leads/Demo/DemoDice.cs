namespace LeadStudio.Core.Leads.Demo;

/// <summary>Draws from the distributions that the demo data needs; the same seed draws the same.</summary>
/// <param name="seed">Any number.</param>
internal sealed class DemoDice(int seed)
{
#pragma warning disable CA5394 // Nothing here is a secret; that it can be repeated is the point.
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    /// <summary>Draws evenly from 0 to 1.</summary>
    /// <returns>The number; 1 itself is never drawn.</returns>
    public double Even() => _random.NextDouble();
#pragma warning restore CA5394

    public bool Happens(double probability) => Even() < probability;

    public T Any<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Draws from the normal distribution around 0 with a standard deviation of 1 (Box and Muller 1958).</summary>
    /// <returns>The number.</returns>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Even())) * Math.Cos(2 * Math.PI * Even());

    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    public T Weighted<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = Even() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
            {
                return item;
            }
        }

        return items[^1];
    }
}
