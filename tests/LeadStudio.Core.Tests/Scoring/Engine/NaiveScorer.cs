using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Conditions;

namespace LeadStudio.Core.Tests.Scoring.Engine;

/// <summary>The meaning of conditions and scorecards written down as plainly as possible: what the engines must equal.</summary>
internal sealed class NaiveScorer(ScoringWorld world)
{
    public bool Holds(Condition condition, IReadOnlyDictionary<string, object> lead, DateTimeOffset asOf) => condition switch
    {
        AllCondition all => all.Items.All(item => Holds(item, lead, asOf)),
        AnyCondition any => any.Items.Any(item => Holds(item, lead, asOf)),
        NotCondition not => !Holds(not.Item, lead, asOf),
        Predicate predicate => Holds(predicate, lead.GetValueOrDefault(predicate.Field), asOf),
        _ => throw new InvalidOperationException(),
    };

    public (int Score, string Band, int[] Parts) Score(IReadOnlyDictionary<string, object> lead, DateTimeOffset asOf)
    {
        var parts = world.Card.Groups
            .Select(group => Math.Clamp(group.Rules.Where(rule => Holds(rule.Condition, lead, asOf)).Sum(rule => rule.Points), 0, group.Cap))
            .ToArray();
        var bands = world.Card.Bands;
        var letter = Cut(parts, Axis.Fit, bands.FitA, bands.FitB);
        var digit = Cut(parts, Axis.Engagement, bands.Engagement1, bands.Engagement2);
        return (parts.Sum(), $"{"ABC"[letter]}{"123"[digit]}", parts);
    }

    private int Cut(int[] parts, Axis axis, int first, int second)
    {
        var groups = world.Card.Groups;
        var isNamed = groups.Any(group => group.Axis == axis);
        var chosen = Enumerable.Range(0, groups.Count).Where(index => !isNamed || groups[index].Axis == axis).ToArray();
        var percent = 100.0 * chosen.Sum(index => parts[index]) / chosen.Sum(index => groups[index].Cap);
        return percent >= first ? 0 : percent >= second ? 1 : 2;
    }

    private bool Holds(Predicate predicate, object? value, DateTimeOffset asOf)
    {
        var column = world.Catalog.Find(predicate.Field);
        if (column is null)
        {
            return predicate.Operator is Operator.IsEmpty;
        }

        if (!Operators.Describe(predicate.Operator).Types.Contains(column.Type))
        {
            return false;
        }

        return (predicate.Operator, value) switch
        {
            (Operator.IsEmpty, _) => value is null,
            (Operator.IsNotEmpty, _) => value is not null,
            (_, null) => false,
            (_, string text) => HoldsText(predicate, Folding.Fold(text)),
            (_, string[] labels) => HoldsLabels(predicate, [.. labels.Select(Folding.Fold)]),
            (_, double number) => HoldsNumber(predicate, number),
            (_, bool truth) => predicate.Operands[0].TryGetBoolean(out var wanted) && (truth == wanted) == (predicate.Operator is Operator.Is),
            (_, DateTimeOffset instant) => HoldsDate(predicate, instant, asOf),
            _ => throw new InvalidOperationException(),
        };
    }

    private static bool HoldsText(Predicate predicate, string text)
    {
        var values = predicate.Operands.Select(operand => Folding.Fold(operand.ToString())).Where(folded => folded.Length > 0).ToArray();
        return predicate.Operator switch
        {
            Operator.Is or Operator.IsOneOf => values.Contains(text),
            Operator.IsNot or Operator.IsNoneOf => !values.Contains(text),
            Operator.Contains => values.Any(item => text.Contains(item, StringComparison.Ordinal)),
            Operator.DoesNotContain => !values.Any(item => text.Contains(item, StringComparison.Ordinal)),
            Operator.HasWord => values.Any(item => NaiveWord.IsIn(item, text)),
            Operator.StartsWith => values.Any(item => text.StartsWith(item, StringComparison.Ordinal)),
            Operator.EndsWith => values.Any(item => text.EndsWith(item, StringComparison.Ordinal)),
            Operator.MatchesDomain => values.Any(item => DomainMatch.Matches(text, DomainMatch.Normalize(item))),
            _ => throw new InvalidOperationException(),
        };
    }

    private static bool HoldsLabels(Predicate predicate, string[] labels)
    {
        var wanted = predicate.Operands.Select(operand => Folding.Fold(operand.ToString()));
        return predicate.Operator is Operator.HasAllOf ? wanted.All(labels.Contains) : wanted.Any(labels.Contains);
    }

    private static bool HoldsNumber(Predicate predicate, double number)
    {
        var values = predicate.Operands.Select(operand => operand.TryGetNumber(out var read) ? read : double.NaN).ToArray();
        return !values.Any(double.IsNaN) && predicate.Operator switch
        {
            Operator.Is or Operator.IsOneOf => values.Contains(number),
            Operator.IsNot or Operator.IsNoneOf => !values.Contains(number),
            Operator.GreaterThan => number > values[0],
            Operator.AtLeast => number >= values[0],
            Operator.LessThan => number < values[0],
            Operator.AtMost => number <= values[0],
            Operator.Between => number >= values[0] && number <= values[1],
            _ => throw new InvalidOperationException(),
        };
    }

    private static bool HoldsDate(Predicate predicate, DateTimeOffset instant, DateTimeOffset asOf)
    {
        if (Operators.Describe(predicate.Operator).Shape is OperandShape.Days)
        {
            var isWhole = predicate.Operands[0].TryGetNumber(out var days) && days is >= 1 and <= ConditionLimits.Days && double.IsInteger(days);
            return isWhole && predicate.Operator switch
            {
                Operator.InLastDays => asOf - instant <= TimeSpan.FromDays(days),
                Operator.NotInLastDays => asOf - instant > TimeSpan.FromDays(days),
                _ => instant >= asOf && instant - asOf <= TimeSpan.FromDays(days),
            };
        }

        var ranges = predicate.Operands.Select(operand => InstantRange.TryParse(operand.ToString(), out var range) ? range : (InstantRange?)null).ToArray();
        var at = UtcMicroseconds.From(instant);
        return ranges.All(range => range is not null) && predicate.Operator switch
        {
            Operator.Is => at >= ranges[0]!.Value.First && at <= ranges[0]!.Value.Last,
            Operator.IsNot => at < ranges[0]!.Value.First || at > ranges[0]!.Value.Last,
            Operator.Before => at < ranges[0]!.Value.First,
            Operator.After => at > ranges[0]!.Value.Last,
            Operator.Between => at >= ranges[0]!.Value.First && at <= ranges[1]!.Value.Last,
            _ => throw new InvalidOperationException(),
        };
    }
}
