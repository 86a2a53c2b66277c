namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Where a true rate lies: with it, "1 of 1" does not outrank "80 of 100".</summary>
/// <remarks>Wilson score interval. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.</remarks>
/// <param name="Lower">A ratio, 0 to <paramref name="Upper"/>.</param>
/// <param name="Upper">A ratio, <paramref name="Lower"/> to 1.</param>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    /// <summary>The half-width of a two-sided 95 % interval, in standard deviations.</summary>
    public const double Z95 = 1.959964;

    /// <summary>Computes the interval for <paramref name="won"/> out of <paramref name="leads"/>.</summary>
    /// <param name="won">Leads won, 0 to <paramref name="leads"/>.</param>
    /// <param name="leads">All leads; 0 gives the widest interval, 0 to 1.</param>
    /// <returns>The 95 % interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static WilsonInterval For(int won, int leads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        ArgumentOutOfRangeException.ThrowIfLessThan(leads, won);
        if (leads == 0)
        {
            return new WilsonInterval(0, 1);
        }

        var rate = (double)won / leads;
        var z2 = Z95 * Z95 / leads;
        var margin = Z95 * Math.Sqrt((rate * (1 - rate) / leads) + (z2 / (4 * leads)));
        return new WilsonInterval((rate + (z2 / 2) - margin) / (1 + z2), (rate + (z2 / 2) + margin) / (1 + z2));
    }
}
