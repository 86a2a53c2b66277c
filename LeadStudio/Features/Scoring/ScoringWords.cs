using System.Globalization;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Features.Scoring;

/// <summary>The words of the scoring page.</summary>
internal static class ScoringWords
{
    public static string Signed(int points) => points < 0 ? $"−{-points}" : $"+{points}";

    public static string Name(this Axis axis) => axis switch
    {
        Axis.Fit => "Fit: the letter of the band",
        Axis.Engagement => "Engagement: the bars of the band",
        Axis.None => "Neither: counts for the score alone",
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Unknown axis."),
    };

    public static string Tag(this Axis axis) => axis switch
    {
        Axis.Fit => "fit",
        Axis.Engagement => "engagement",
        Axis.None => "score alone",
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Unknown axis."),
    };

    /// <summary>Says a condition in words; comparisons that differ in their values alone are said once.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="condition">The condition.</param>
    public static string Say(IColumnCatalog catalog, Condition condition)
    {
        var words = new ConditionWords(catalog);
        if (condition is not AnyCondition { Items: [Predicate { Operands: [_] } first, _, ..] items }
            || !items.All(item => item is Predicate { Operands: [_] } next && next.Field == first.Field && next.Operator == first.Operator)
            || Operators.Describe(first.Operator).Shape != OperandShape.One)
        {
            return words.Say(condition);
        }

        var values = items.Skip(1).Cast<Predicate>().Select(item => item.Operands[0].ToString().Trim()).ToArray();
        return $"{words.Say(first)}{string.Concat(values[..^1].Select(value => $", {value}"))} or {values[^1]}";
    }

    /// <summary>Says how the caps add up: "Fit 60 + Engagement 30 = 90: 10 points are left."</summary>
    /// <param name="card">The scorecard.</param>
    public static string Caps(Scorecard card)
    {
        var sum = card.Groups.Sum(group => group.Cap);
        var parts = string.Join(" + ", card.Groups.Select(group => $"{group.Name} {group.Cap}"));
        return (ScorecardLimits.Score - sum) switch
        {
            0 => $"{parts} = 100",
            > 0 and var left => $"{parts} = {sum}: {Count(left, "point is", "points are")} left.",
            var over => $"{parts} = {sum}: {Count(-over, "point", "points")} too many.",
        };
    }

    public static string Count(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>Says a difference of a rule in one line, after its name.</summary>
    /// <param name="change">The difference.</param>
    public static string Describe(RuleChange change)
    {
        if (change.Before is not { } before)
        {
            return Signed(change.After?.Points ?? 0);
        }

        if (change.After is not { } after)
        {
            return $"gave {Signed(before.Points)}";
        }

        List<string> parts = [];
        if (before.Points != after.Points)
        {
            parts.Add($"{Signed(before.Points)} → {Signed(after.Points)}");
        }

        if (before.Name != after.Name)
        {
            parts.Add($"was called “{before.Name}”");
        }

        if (before.Condition != after.Condition)
        {
            parts.Add("another condition");
        }

        if (change.IsMoved)
        {
            parts.Add($"moved to {change.Group}");
        }

        return string.Join(", ", parts);
    }

    public static string Describe(GroupChange change) => change switch
    {
        { Before: null, After: { } added } => $"{added.Name}: new group with a cap of {added.Cap}",
        { Before: { } removed, After: null } => $"{removed.Name}: group removed",
        { Before: { } before, After: { } after } when before.Cap != after.Cap => $"{after.Name}: cap {before.Cap} → {after.Cap}",
        { Before: { } before, After: { } after } when before.Name != after.Name => $"{after.Name}: was called “{before.Name}”",
        _ => $"{change.After?.Name}: now tells {change.After?.Axis.Tag()}",
    };
}
