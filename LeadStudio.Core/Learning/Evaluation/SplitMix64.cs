namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>A generator of chance that is the same on every machine and in every version of .NET, and quick enough for a thousand resamples.</summary>
/// <remarks>
/// Source: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014, 453-472. Whole numbers below a bound: D. Lemire, ACM Trans. Model. Comput. Simul.
/// 29 (2019) 3, without the rejection, whose bias is below the bound by 2^64.
/// </remarks>
internal struct SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    public SplitMix64(ulong seed) => _state = seed;

    /// <summary>Makes a generator of its own for each number of a stream: of a replicate, or a fold.</summary>
    public static SplitMix64 ForStream(int seed, int stream)
    {
        var mixed = new SplitMix64(unchecked((ulong)seed)).Next();
        return new SplitMix64(new SplitMix64(mixed + unchecked((ulong)stream)).Next());
    }

    public ulong Next()
    {
        _state += Golden;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Draws a whole number from 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)Math.BigMul(Next(), (ulong)(uint)bound, out _);

    /// <summary>Puts items into an order by chance (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var left = items.Length; left > 1; left--)
        {
            var chosen = Next(left);
            (items[left - 1], items[chosen]) = (items[chosen], items[left - 1]);
        }
    }
}
