using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Turns chosen rules into a scorecard whose points add up to a good ranking, however much the rules overlap.</summary>
/// <remarks>See <see cref="RuleWeights"/>. Weights become points by one scale for all groups, so that about one lead in fifty reaches 100.</remarks>
internal static class CardFitter
{
    private const int MostRules = 24;
    private const int LeastCap = 10;
    private const double TopShare = 0.98;

    /// <summary>Fits a scorecard.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <returns>The scorecard; null where no rule is worth a point.</returns>
    public static Scorecard? Fit(IReadOnlyList<SuggestedRule> rules, bool[] won)
    {
        var weights = RuleWeights.Fit(rules, won, MostRules);
        var used = Enumerable.Range(0, rules.Count).Where(rule => weights[rule] != 0).ToList();
        var parts = used.GroupBy(rule => rules[rule].Axis)
            .Select(part => (Axis: part.Key, Rules: part.ToList(), Top: Top([.. part], rules, weights, won.Length)))
            .Where(part => part.Top > 0)
            .OrderBy(part => part.Axis)
            .ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var caps = Caps([.. parts.Select(part => part.Top)]);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var groups = parts.Select((part, index) => Group(
            part.Axis, caps[index], part.Rules.Select(rule => (rules[rule], (int)Math.Round(weights[rule] * caps[index] / part.Top))), names)).ToList();
        return groups.TrueForAll(group => group.Rules.Count == 0) ? null : new([.. groups], BandCuts.Default);
    }

    // The sum of weights that one lead in fifty reaches; the most that any reaches where so few have points.
    private static double Top(List<int> used, IReadOnlyList<SuggestedRule> rules, double[] weights, int rows)
    {
        var sums = new double[rows];
        foreach (var rule in used)
        {
            foreach (var row in rules[rule].Rows)
            {
                sums[row] += weights[rule];
            }
        }

        Array.Sort(sums);
        var top = sums[(int)(TopShare * (rows - 1))];
        return top > 0 ? top : sums[^1];
    }

    private static int[] Caps(double[] tops)
    {
        var caps = tops.Select(top => Math.Max(LeastCap, (int)Math.Round(100 * top / tops.Sum()))).ToArray();
        caps[Array.IndexOf(caps, caps.Max())] += ScorecardLimits.Score - caps.Sum();
        return caps;
    }

    private static RuleGroup Group(Axis axis, int cap, IEnumerable<(SuggestedRule Rule, int Points)> rules, HashSet<string> names)
    {
        var name = axis switch
        {
            Axis.Fit => "Fit",
            Axis.Engagement => "Engagement",
            Axis.None => "Other",
            _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Unknown axis."),
        };
        var key = name.ToLowerInvariant();
        return new(
            key,
            name,
            axis,
            cap,
            [
                .. rules
                    .Where(rule => rule.Points != 0)
                    .OrderByDescending(rule => rule.Points)
                    .Select((rule, index) => new Rule($"{key}-{index + 1}", FreeName(rule.Rule.Name, names), rule.Rule.Condition, Math.Clamp(rule.Points, -100, cap))),
            ]);
    }

    private static string FreeName(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(Folding.Fold(free)); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            free = name[..Math.Min(name.Length, ScorecardLimits.NameLength - end.Length)] + end;
        }

        return free;
    }
}
