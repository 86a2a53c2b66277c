namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Finds numbers that people like to read.</summary>
internal static class ReadableNumber
{
    private static readonly double[] s_steps = [5, 2, 1];

    /// <summary>Finds the roundest number near a cut.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="above">The result is greater than this.</param>
    /// <param name="below">The result is at most this.</param>
    /// <returns>A multiple of 1, 2 or 5 times a power of ten, as large a one as fits; else the cut itself.</returns>
    public static double Near(double cut, double above, double below)
    {
        var width = below - above;
        if (!double.IsFinite(width) || width <= 0)
        {
            return cut;
        }

        var power = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(cut), width))) + 1;
        for (var down = 0; down < 9; down++)
        {
            foreach (var step in s_steps)
            {
                var candidate = Multiple(cut, step, power - down);
                if (candidate > above && candidate <= below)
                {
                    return candidate;
                }
            }
        }

        return cut;
    }

    // Fractions divide by a whole power of ten, so that 0.1 is 0.1 and not 0.30000000000000004 - 0.2.
    private static double Multiple(double cut, double step, int power)
    {
        if (power >= 0)
        {
            var unit = step * Math.Pow(10, power);
            return Math.Round(cut / unit) * unit;
        }

        var parts = Math.Pow(10, -power);
        return Math.Round(cut * parts / step) * step / parts;
    }
}
