using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Turns chosen rules into a scorecard whose points add up to a good ranking, however much the rules overlap.</summary>
/// <remarks>
/// Forward stagewise fit of a logistic regression on the rules: at each step the rule that gains most takes half a Newton step,
/// so that of two rules that say the same only one gets the points. Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of
/// Statistical Learning (2009), 3.3.3 and 10.4; here with a ridge of <see cref="Ridge"/> leads. Coefficients become points so that one
/// lead in twenty reaches a group's cap.
/// </remarks>
internal static class CardFitter
{
    private const double Ridge = 5;
    private const double LeastGain = 4;
    private const int Steps = 300;
    private const int MostRules = 40;
    private const double TopShare = 0.95;

    /// <summary>Fits a scorecard.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <returns>The scorecard; null where no rule is worth a point.</returns>
    public static Scorecard? Fit(IReadOnlyList<SuggestedRule> rules, bool[] won)
    {
        var weights = Weigh(rules, won);
        var used = Enumerable.Range(0, rules.Count).Where(rule => weights[rule] != 0).ToList();
        var axes = used.Select(rule => rules[rule].Axis).Distinct().Order().ToList();
        var tops = axes.Select(axis => Top([.. used.Where(rule => rules[rule].Axis == axis)], rules, weights, won.Length)).ToList();
        if (tops.Sum() <= 0)
        {
            return null;
        }

        var caps = Caps(tops);
        var groups = new List<RuleGroup>();
        for (var i = 0; i < axes.Count; i++)
        {
            if (caps[i] > 0)
            {
                var scale = caps[i] / tops[i];
                groups.Add(Group(axes[i], caps[i], used.Where(rule => rules[rule].Axis == axes[i]).Select(rule => (rules[rule], (int)Math.Round(weights[rule] * scale)))));
            }
        }

        return new([.. groups], BandCuts.Default);
    }

    private static double[] Weigh(IReadOnlyList<SuggestedRule> rules, bool[] won)
    {
        var share = won.Count(isWon => isWon) / (double)won.Length;
        var margins = new double[won.Length];
        Array.Fill(margins, Math.Log(share / (1 - share)));
        var probabilities = new double[won.Length];
        Array.Fill(probabilities, share);
        var weights = new double[rules.Count];
        for (var step = 0; step < Steps; step++)
        {
            var (best, change) = Best(rules, won, probabilities, weights);
            if (best < 0)
            {
                break;
            }

            weights[best] += change;
            foreach (var row in rules[best].Rows)
            {
                margins[row] += change;
                probabilities[row] = 1 / (1 + Math.Exp(-margins[row]));
            }
        }

        return weights;
    }

    private static (int Rule, double Change) Best(IReadOnlyList<SuggestedRule> rules, bool[] won, double[] probabilities, double[] weights)
    {
        var isFull = weights.Count(weight => weight != 0) >= MostRules;
        var (best, change, most) = (-1, 0.0, LeastGain);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (isFull && weights[rule] == 0)
            {
                continue;
            }

            double slope = -Ridge * weights[rule] * 0.1, curvature = Ridge;
            foreach (var row in rules[rule].Rows)
            {
                var probability = probabilities[row];
                slope += (won[row] ? 1 : 0) - probability;
                curvature += probability * (1 - probability);
            }

            var gain = slope * slope / curvature;
            if (gain > most)
            {
                (best, change, most) = (rule, slope / curvature / 2, gain);
            }
        }

        return (best, change);
    }

    // The sum of weights that one lead in twenty reaches.
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
        return Math.Max(0, sums[(int)(TopShare * (rows - 1))]);
    }

    private static int[] Caps(List<double> tops)
    {
        var caps = tops.Select(top => top <= 0 ? 0 : Math.Max(10, (int)Math.Round(100 * top / tops.Sum()))).ToArray();
        caps[Array.IndexOf(caps, caps.Max())] += 100 - caps.Sum();
        return caps;
    }

    private static RuleGroup Group(Axis axis, int cap, IEnumerable<(SuggestedRule Rule, int Points)> rules)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
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
                    .Where(rule => rule.Points != 0 && taken.Add(rule.Rule.Name))
                    .OrderByDescending(rule => rule.Points)
                    .Select((rule, index) => new Rule($"{key}-{index + 1}", rule.Rule.Name, rule.Rule.Condition, Math.Clamp(rule.Points, -100, 100))),
            ]);
    }
}
