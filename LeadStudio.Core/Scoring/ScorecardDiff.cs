using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>What differs between two scorecards.</summary>
/// <param name="Rules">The rules that differ, in the order of the later scorecard; removed ones come last.</param>
/// <param name="Groups">The groups that differ.</param>
/// <param name="Bands">Whether the bands are cut elsewhere.</param>
public sealed record ScorecardDiff(IReadOnlyList<RuleChange> Rules, IReadOnlyList<GroupChange> Groups, bool Bands)
{
    /// <summary>Gets a value indicating whether nothing differs.</summary>
    public bool IsEmpty => Rules.Count == 0 && Groups.Count == 0 && !Bands;

    /// <summary>Compares two scorecards.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <returns>The differences.</returns>
    /// <remarks>A rule is the same rule where its key and its name or condition are the same, else where its name is, else its condition.</remarks>
    public static ScorecardDiff Of(Scorecard before, Scorecard after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var left = Place(before);
        var pairs = Place(after).Select(rule => (After: rule, Before: (PlacedRule?)null)).ToArray();
        Pair(pairs, left, (a, b) => a.Rule.Key == b.Rule.Key && (a.Rule.Name == b.Rule.Name || a.Rule.Condition == b.Rule.Condition));
        Pair(pairs, left, (a, b) => a.Rule.Name == b.Rule.Name);
        Pair(pairs, left, (a, b) => a.Rule.Condition == b.Rule.Condition);
        return new(
            [.. pairs.Select(pair => Compare(pair.Before, pair.After)).OfType<RuleChange>(), .. left.Select(rule => new RuleChange(rule.Group, rule.Rule, null, false))],
            Compare(before.Groups, after.Groups),
            before.Bands != after.Bands);
    }

    private static List<PlacedRule> Place(Scorecard card) => [.. card.Rules().Select(rule => new PlacedRule(card.Groups[rule.Group].Name, card.Groups[rule.Group].Key, rule.Rule))];

    private static void Pair((PlacedRule After, PlacedRule? Before)[] pairs, List<PlacedRule> left, Func<PlacedRule, PlacedRule, bool> isSame)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Before is null && left.Find(rule => isSame(rule, pairs[i].After)) is { } found)
            {
                pairs[i].Before = found;
                left.Remove(found);
            }
        }
    }

    private static RuleChange? Compare(PlacedRule? before, PlacedRule after)
    {
        if (before is null)
        {
            return new(after.Group, null, after.Rule, false);
        }

        var isMoved = before.GroupKey != after.GroupKey;
        var isSame = before.Rule with { Key = after.Rule.Key } == after.Rule && !isMoved;
        return isSame ? null : new(after.Group, before.Rule, after.Rule, isMoved);
    }

    private static List<GroupChange> Compare(IReadOnlyList<RuleGroup> before, IReadOnlyList<RuleGroup> after)
    {
        var changes = new List<GroupChange>();
        foreach (var group in after)
        {
            var old = before.FirstOrDefault(other => other.Key == group.Key);
            if (old is null || old.Name != group.Name || old.Cap != group.Cap || old.Axis != group.Axis)
            {
                changes.Add(new(old, group));
            }
        }

        changes.AddRange(before.Where(group => after.All(other => other.Key != group.Key)).Select(group => new GroupChange(group, null)));
        return changes;
    }

    private sealed record PlacedRule(string Group, string GroupKey, Rule Rule);
}

/// <summary>A rule that differs.</summary>
/// <param name="Group">The name of its group.</param>
/// <param name="Before">The rule before; null where it was added.</param>
/// <param name="After">The rule after; null where it was removed.</param>
/// <param name="IsMoved">Whether it went to another group.</param>
public sealed record RuleChange(string Group, Rule? Before, Rule? After, bool IsMoved);

/// <summary>A group that differs.</summary>
/// <param name="Before">The group before; null where it was added.</param>
/// <param name="After">The group after; null where it was removed.</param>
public sealed record GroupChange(RuleGroup? Before, RuleGroup? After);
