using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Weighs rules against one another, so that of two that say the same only one gets the points.</summary>
/// <remarks>
/// Forward stagewise logistic regression picks the rules: at each step the one that gains most takes half a Newton step. Then
/// coordinate descent settles the weights of those picked, with a ridge of <see cref="Ridge"/> leads. Source: T. Hastie, R.
/// Tibshirani, J. Friedman, The Elements of Statistical Learning (2009), 3.4.4, 3.8 and 10.4. Weights are positive, measured from a
/// field's worst value: a negative sum would be cut off at zero, and the order of the low leads lost with it.
/// </remarks>
internal sealed class RuleWeights
{
    private const double Ridge = 4;
    private const double LeastGain = 7;
    private const int Steps = 250;
    private const int Sweeps = 25;

    private readonly IReadOnlyList<SuggestedRule> _rules;
    private readonly bool[] _won;
    private readonly bool[] _mayTake;
    private readonly double[] _weights;
    private readonly double[] _margins;
    private readonly double[] _probabilities;

    private RuleWeights(IReadOnlyList<SuggestedRule> rules, bool[] won)
    {
        (_rules, _won) = (rules, won);
        _weights = new double[rules.Count];
        _margins = new double[won.Length];
        _probabilities = new double[won.Length];
        var helping = rules.Where(rule => rule.Lift >= 1).Select(rule => rule.Field).ToHashSet(StringComparer.Ordinal);
        _mayTake = [.. rules.Select(rule => rule.Lift < 1 && (!helping.Contains(rule.Field) || rule.Condition is Predicate { Operator: Operator.HasAnyOf or Operator.HasWord }))];
        var share = won.Count(isWon => isWon) / (double)won.Length;
        Array.Fill(_margins, Math.Log(share / (1 - share)));
        Array.Fill(_probabilities, share);
    }

    /// <summary>Weighs.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="won">The outcome of each row; both kinds must be there.</param>
    /// <param name="most">No more rules than these get a weight.</param>
    /// <returns>Each rule's weight in log odds; 0 for those that were not picked.</returns>
    public static double[] Fit(IReadOnlyList<SuggestedRule> rules, bool[] won, int most)
    {
        var fit = new RuleWeights(rules, won);
        fit.Pick(most);
        fit.Settle();
        return fit._weights;
    }

    private void Pick(int most)
    {
        for (var step = 0; step < Steps; step++)
        {
            var ofAll = _probabilities.Sum(probability => probability * (1 - probability));
            var isFull = _weights.Count(weight => weight != 0) >= most;
            var (best, change, gain) = (-1, 0.0, LeastGain);
            for (var rule = 0; rule < _rules.Count; rule++)
            {
                if (isFull && _weights[rule] == 0)
                {
                    continue;
                }

                // Less what the intercept takes: a rule that holds for most leads would else seem to tell nothing, as it says what the few others lack.
                var (slope, own) = Slope(rule);
                var curvature = own - ((own - Ridge) * (own - Ridge) / ofAll);
                var bounded = Bounded(rule, slope / curvature / 2);
                if (slope * slope / curvature > gain && Math.Abs(bounded) > 1e-3)
                {
                    (best, change, gain) = (rule, bounded, slope * slope / curvature);
                }
            }

            if (best < 0)
            {
                return;
            }

            Add(best, change);
            SettleIntercept();
        }
    }

    private void Settle()
    {
        var picked = Enumerable.Range(0, _rules.Count).Where(rule => _weights[rule] != 0).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var rule in picked)
            {
                var (slope, curvature) = Slope(rule);
                Add(rule, Bounded(rule, slope / curvature));
            }

            SettleIntercept();
        }
    }

    private (double Slope, double Curvature) Slope(int rule)
    {
        double slope = -Ridge * _weights[rule], curvature = Ridge;
        foreach (var row in _rules[rule].Rows)
        {
            var probability = _probabilities[row];
            slope += (_won[row] ? 1 : 0) - probability;
            curvature += probability * (1 - probability);
        }

        return (slope, curvature);
    }

    private double Bounded(int rule, double change) =>
        _mayTake[rule] ? Math.Clamp(change, -2, 2) : Math.Max(Math.Clamp(change, -2, 2), -_weights[rule]);

    private void Add(int rule, double change)
    {
        _weights[rule] += change;
        foreach (var row in _rules[rule].Rows)
        {
            _margins[row] += change;
            _probabilities[row] = 1 / (1 + Math.Exp(-_margins[row]));
        }
    }

    private void SettleIntercept()
    {
        double slope = 0, curvature = 1e-9;
        for (var row = 0; row < _won.Length; row++)
        {
            slope += (_won[row] ? 1 : 0) - _probabilities[row];
            curvature += _probabilities[row] * (1 - _probabilities[row]);
        }

        var change = Math.Clamp(slope / curvature, -2, 2);
        for (var row = 0; row < _won.Length; row++)
        {
            _margins[row] += change;
            _probabilities[row] = 1 / (1 + Math.Exp(-_margins[row]));
        }
    }
}
