using System.Text.RegularExpressions;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Model;

/// <summary>Checks scorecards before they are published.</summary>
/// <param name="catalog">The facts that rules may ask for.</param>
public sealed partial class ScorecardValidator(IColumnCatalog catalog)
{
    private readonly ConditionValidator _conditions = new(catalog);

    /// <summary>Checks a scorecard.</summary>
    /// <param name="card">The scorecard.</param>
    /// <returns>All problems from top to bottom; empty if there is none.</returns>
    public IReadOnlyList<ScorecardProblem> Check(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return [.. CheckCard(card), .. CheckBands(card.Bands), .. card.Groups.SelectMany(CheckGroup), .. CheckUnique(card)];
    }

    private static IEnumerable<ScorecardProblem> CheckCard(Scorecard card)
    {
        if (card.Groups.Count is 0 or > ScorecardLimits.Groups)
        {
            yield return Error("groups", $"The scorecard has {card.Groups.Count} groups; give it 1 to {ScorecardLimits.Groups}.");
        }

        var caps = card.Groups.Sum(group => (long)group.Cap);
        if (caps != ScorecardLimits.Score)
        {
            var change = caps > ScorecardLimits.Score ? $"take {caps - ScorecardLimits.Score} away" : $"add {ScorecardLimits.Score - caps}";
            yield return Error("groups", $"The caps of the groups sum to {caps} points instead of {ScorecardLimits.Score}; {change}.");
        }

        var rules = card.Groups.Sum(group => group.Rules.Count);
        if (rules > ScorecardLimits.Rules)
        {
            yield return Error("groups", $"The scorecard has {rules} rules, more than {ScorecardLimits.Rules}; join or remove some.");
        }
    }

    private static IEnumerable<ScorecardProblem> CheckBands(BandCuts bands)
    {
        foreach (var (high, low, highName, lowName) in new[]
        {
            (bands.FitA, bands.FitB, "fitA", "fitB"),
            (bands.Engagement1, bands.Engagement2, "engagement1", "engagement2"),
        })
        {
            if (high is < 1 or > 100 || low < 1 || low > high)
            {
                yield return Error($"bands.{lowName}", $"Bands: {lowName} is {low} and {highName} is {high} percent; choose 1 <= {lowName} <= {highName} <= 100.");
            }
        }
    }

    private IEnumerable<ScorecardProblem> CheckGroup(RuleGroup group, int index)
    {
        var path = $"groups[{index}]";
        var start = $"Group '{group.Name}'";
        foreach (var problem in CheckNames(group.Key, group.Name, path, start))
        {
            yield return problem;
        }

        if (group.Cap is < 1 or > ScorecardLimits.Score)
        {
            yield return Error($"{path}.cap", $"{start}: the cap is {group.Cap} points; choose 1 to {ScorecardLimits.Score}.");
        }

        foreach (var problem in group.Rules.SelectMany((rule, at) => CheckRule(rule, $"{path}.rules[{at}]", $"{start}, rule '{rule.Name}'")))
        {
            yield return problem;
        }
    }

    private IEnumerable<ScorecardProblem> CheckRule(Rule rule, string path, string start)
    {
        foreach (var problem in CheckNames(rule.Key, rule.Name, path, start))
        {
            yield return problem;
        }

        if (rule.Points is 0 or < -ScorecardLimits.RulePoints or > ScorecardLimits.RulePoints)
        {
            yield return Error($"{path}.points", $"{start}: it gives {rule.Points} points; choose -{ScorecardLimits.RulePoints} to {ScorecardLimits.RulePoints}, but not 0.");
        }

        foreach (var problem in _conditions.Check(rule.Condition))
        {
            var part = problem.Path.Length == 0 ? "when" : $"when.{problem.Path}";
            yield return new ScorecardProblem(problem.Kind, $"{path}.{part}", $"{start}, {part}: {problem.Message}");
        }
    }

    private static IEnumerable<ScorecardProblem> CheckNames(string key, string name, string path, string start)
    {
        if (!Key().IsMatch(key))
        {
            yield return Error($"{path}.key", $"{start}: the key '{key}' must be a letter and up to {ScorecardLimits.KeyLength - 1} letters, digits, _ or -.");
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > ScorecardLimits.NameLength)
        {
            yield return Error($"{path}.name", $"{start}: give it a name of 1 to {ScorecardLimits.NameLength} characters.");
        }
    }

    private static IEnumerable<ScorecardProblem> CheckUnique(Scorecard card)
    {
        var rules = card.Groups.SelectMany((group, index) =>
            group.Rules.Select((rule, at) => (Path: $"groups[{index}].rules[{at}]", What: $"Group '{group.Name}', rule '{rule.Name}'", rule.Key, rule.Name)));
        var groups = card.Groups.Select((group, index) => (Path: $"groups[{index}]", What: $"Group '{group.Name}'", group.Key, group.Name));
        return FindDoubles([.. groups]).Concat(FindDoubles([.. rules]));
    }

    private static IEnumerable<ScorecardProblem> FindDoubles((string Path, string What, string Key, string Name)[] parts)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, what, key, name) in parts)
        {
            if (!keys.Add(key))
            {
                yield return Error($"{path}.key", $"{what}: the key '{key}' is used before; choose another one.");
            }

            if (!names.Add(Folding.Fold(name)))
            {
                yield return Error($"{path}.name", $"{what}: the name '{name}' is used before; choose another one.");
            }
        }
    }

    private static ScorecardProblem Error(string path, string message) => new(ConditionProblemKind.Error, path, message);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
