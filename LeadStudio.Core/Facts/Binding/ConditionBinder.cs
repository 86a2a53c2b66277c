using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Facts.Binding;

/// <summary>Binds conditions to the slots of a catalog.</summary>
/// <remarks>
/// Total: a condition that was valid once goes on working when its field or option is gone. An unknown field is a
/// missing value, and a comparison that makes no sense for the field's type never holds. New options of a choice are seen
/// only when the condition is bound again.
/// </remarks>
/// <param name="catalog">The facts.</param>
public sealed class ConditionBinder(FactCatalog catalog)
{
    private static readonly BoundConstant s_never = new(false);

    /// <summary>Binds a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The bound condition, simplified.</returns>
    public BoundCondition Bind(Condition condition) => condition switch
    {
        AllCondition all => Simplifier.All(all.Items.Select(Bind)),
        AnyCondition any => Simplifier.Any(any.Items.Select(Bind)),
        NotCondition not => Simplifier.Not(Bind(not.Item)),
        Predicate predicate => BindPredicate(predicate),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private BoundCondition BindPredicate(Predicate predicate)
    {
        if (catalog.Find(predicate.Field) is not { } fact)
        {
            return new BoundConstant(predicate.Operator is Operator.IsEmpty);
        }

        var form = Operators.Describe(predicate.Operator);
        if (!form.Types.Contains(fact.Type) || !form.Takes(predicate.Operands.Count))
        {
            return s_never;
        }

        return predicate.Operator switch
        {
            Operator.IsEmpty => new MissingTest(fact.Slot),
            Operator.IsNotEmpty => Simplifier.Not(new MissingTest(fact.Slot)),
            _ => fact.Type switch
            {
                ColumnType.Text => BindText(predicate, fact.Slot.Index),
                ColumnType.Number => BindNumber(predicate, fact.Slot.Index),
                ColumnType.Boolean => BindBoolean(predicate, fact.Slot.Index),
                ColumnType.Date => BindDate(predicate, fact.Slot.Index),
                ColumnType.Choice => BindChoice(predicate, fact),
                ColumnType.MultiChoice => BindMultiChoice(predicate, fact),
                _ => throw new InvalidOperationException($"Unknown type {fact.Type}."),
            },
        };
    }

    private static TextTest BindText(Predicate predicate, int slot)
    {
        var (kind, outside) = TextKind(predicate.Operator);
        return new TextTest(slot, kind, FoldValues(predicate, kind), outside);
    }

    private static (TextTestKind Kind, bool Outside) TextKind(Operator value) => value switch
    {
        Operator.Contains => (TextTestKind.Contains, false),
        Operator.DoesNotContain => (TextTestKind.Contains, true),
        Operator.HasWord => (TextTestKind.Word, false),
        Operator.StartsWith => (TextTestKind.StartsWith, false),
        Operator.EndsWith => (TextTestKind.EndsWith, false),
        Operator.MatchesDomain => (TextTestKind.Domain, false),
        Operator.IsNot or Operator.IsNoneOf => (TextTestKind.Is, true),
        _ => (TextTestKind.Is, false),
    };

    // An empty value matches no text, not every text.
    private static ValueList<string> FoldValues(Predicate predicate, TextTestKind kind) => ValueList.From(predicate.Operands
        .SelectMany(operand => predicate.Field == StandardFields.Phone ? PhoneOperand.Values(predicate.Operator, operand.ToString()) : [Folding.Fold(operand.ToString())])
        .Select(value => kind is TextTestKind.Domain ? DomainMatch.Normalize(value) : value)
        .Where(value => value.Length > 0)
        .Distinct(StringComparer.Ordinal));

    private static BoundCondition BindNumber(Predicate predicate, int slot)
    {
        var values = new List<double>();
        foreach (var operand in predicate.Operands)
        {
            if (!operand.TryGetNumber(out var value))
            {
                return s_never;
            }

            values.Add(value);
        }

        return predicate.Operator switch
        {
            Operator.Is or Operator.IsOneOf => Simplifier.Any(values.Select(value => new NumberTest(slot, value, value))),
            Operator.IsNot or Operator.IsNoneOf => Simplifier.All(values.Select(value => new NumberTest(slot, value, value, Outside: true))),
            Operator.GreaterThan => new NumberTest(slot, double.BitIncrement(values[0]), double.PositiveInfinity),
            Operator.AtLeast => new NumberTest(slot, values[0], double.PositiveInfinity),
            Operator.LessThan => new NumberTest(slot, double.NegativeInfinity, double.BitDecrement(values[0])),
            Operator.AtMost => new NumberTest(slot, double.NegativeInfinity, values[0]),
            Operator.Between => new NumberTest(slot, values[0], values[1]),
            _ => s_never,
        };
    }

    private static BoundCondition BindBoolean(Predicate predicate, int slot)
    {
        if (!predicate.Operands[0].TryGetBoolean(out var truth))
        {
            return s_never;
        }

        var value = truth ? 1 : 0;
        return new NumberTest(slot, value, value, Outside: predicate.Operator is Operator.IsNot);
    }

    private static BoundCondition BindDate(Predicate predicate, int slot)
    {
        if (Operators.Describe(predicate.Operator).Shape is OperandShape.Days)
        {
            return BindWindow(predicate, slot);
        }

        var ranges = new List<InstantRange>();
        foreach (var operand in predicate.Operands)
        {
            if (!InstantRange.TryParse(operand.ToString(), out var range))
            {
                return s_never;
            }

            ranges.Add(range);
        }

        var (first, last) = ranges[0];
        return predicate.Operator switch
        {
            Operator.Is => new NumberTest(slot, first, last),
            Operator.IsNot => new NumberTest(slot, first, last, Outside: true),
            Operator.Before => new NumberTest(slot, double.NegativeInfinity, first - 1),
            Operator.After => new NumberTest(slot, last + 1, double.PositiveInfinity),
            Operator.Between => new NumberTest(slot, first, ranges[1].Last),
            _ => s_never,
        };
    }

    private static BoundCondition BindWindow(Predicate predicate, int slot)
    {
        if (!ValueReader.TryGetDays(predicate.Operands[0], out var days))
        {
            return s_never;
        }

        double width = days * UtcMicroseconds.PerDay;
        return predicate.Operator is Operator.InNextDays
            ? new NumberTest(slot, 0, width, Moves: true)
            : new NumberTest(slot, -width, double.PositiveInfinity, Outside: predicate.Operator is Operator.NotInLastDays, Moves: true);
    }

    // A text comparison of a choice is answered here, once for each option.
    private static BoundCondition BindChoice(Predicate predicate, FactDescription fact)
    {
        var (kind, outside) = TextKind(predicate.Operator);
        var matcher = TextMatcher.For(new TextTest(0, kind, FoldValues(predicate, kind)));
        int[] codes = [.. fact.Options.Where(option => matcher.Matches(Folding.Fold(option.Label))).Select(option => option.Code)];
        return codes switch
        {
            [] when !outside => s_never,
            [var code] => new NumberTest(fact.Slot.Index, code, code, outside),
            _ => new CodeTest(fact.Slot.Index, new CodeSet(codes), outside),
        };
    }

    private static BoundCondition BindMultiChoice(Predicate predicate, FactDescription fact)
    {
        var tests = predicate.Operands.Select(operand => ValueReader.FindOption(operand, fact) is { } option
            ? (BoundCondition)new TextTest(fact.Slot.Index, TextTestKind.Contains, [string.Create(CultureInfo.InvariantCulture, $"|{option.Code}|")])
            : s_never);
        return predicate.Operator is Operator.HasAllOf ? Simplifier.All(tests) : Simplifier.Any(tests);
    }
}
