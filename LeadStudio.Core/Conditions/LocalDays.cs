using System.Globalization;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Reads the days that a condition names as days of a zone: "created is 2026-03-01" then begins and ends when that day does there.</summary>
/// <remarks>
/// A value that is the first instant of a day in UTC has no time: it is a day, and the same one in every zone. Such a value meets a condition by its
/// day, all others by their instant.
/// </remarks>
public static class LocalDays
{
    private static readonly long s_first = UtcMicroseconds.From(DateTimeOffset.MinValue);
    private static readonly long s_last = UtcMicroseconds.From(DateTimeOffset.MaxValue);

    /// <summary>Says whether a condition may mean something else in another zone.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>Whether a value of it reads as a date without an offset.</returns>
    public static bool AreIn(Condition condition) =>
        condition.Predicates().Any(item => item.Predicate.Operands.Any(operand => operand.Kind is OperandKind.Text && InstantRange.IsLocal(operand.ToString())));

    /// <summary>Gives the condition that means in UTC what this one means in a zone.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="columns">The fields; only the values of dates are read.</param>
    /// <returns>The condition; one that names no day is as before.</returns>
    public static Condition ToUtc(Condition condition, TimeZoneInfo zone, IColumnCatalog columns) => condition switch
    {
        AllCondition all => new AllCondition(ValueList.From(all.Items.Select(item => ToUtc(item, zone, columns)))),
        AnyCondition any => new AnyCondition(ValueList.From(any.Items.Select(item => ToUtc(item, zone, columns)))),
        NotCondition not => new NotCondition(ToUtc(not.Item, zone, columns)),
        Predicate predicate when columns.Find(predicate.Field)?.Type is ColumnType.Date => ToUtc(predicate, zone),
        _ => condition,
    };

    private static Condition ToUtc(Predicate predicate, TimeZoneInfo zone)
    {
        var operands = predicate.Operands;
        if (operands.Count is 0 or > 2 || Operators.Describe(predicate.Operator).Shape is OperandShape.Days
            || !End.TryRead(operands[0], zone, out var from) || !End.TryRead(operands[^1], zone, out var to))
        {
            return predicate;
        }

        var field = predicate.Field;
        return predicate.Operator switch
        {
            Operator.Is or Operator.Between => Within(field, from, to),
            Operator.IsNot => new AnyCondition([Before(field, from), After(field, to)]),
            Operator.Before => Before(field, from),
            Operator.After => After(field, to),
            _ => predicate,
        };
    }

    // West of Greenwich a day begins after its value without a time, and ends after that of the next day.
    private static Condition Within(string field, End from, End to)
    {
        Condition inside = new Predicate(field, Operator.Between, [Text(from.Range.First), Text(to.Range.Last)]);
        inside = to.DayAfter <= to.Range.Last ? new AllCondition([inside, new Predicate(field, Operator.IsNot, [Text(to.DayAfter.Value)])]) : inside;
        return from.Day < from.Range.First ? new AnyCondition([inside, new Predicate(field, Operator.Is, [Text(from.Day.Value)])]) : inside;
    }

    private static Condition Before(string field, End from)
    {
        var before = new Predicate(field, Operator.Before, [Text(from.Range.First)]);
        return from.Day < from.Range.First ? new AllCondition([before, new Predicate(field, Operator.IsNot, [Text(from.Day.Value)])]) : before;
    }

    private static Condition After(string field, End to)
    {
        var after = new Predicate(field, Operator.After, [Text(to.Range.Last)]);
        return to.DayAfter <= to.Range.Last ? new AnyCondition([after, new Predicate(field, Operator.Is, [Text(to.DayAfter.Value)])]) : after;
    }

    // With a time, so that it stands for one instant; years that no calendar has are cut to its ends.
    private static Operand Text(long instant) => DateTimeOffset.UnixEpoch
        .AddTicks(Math.Clamp(instant, s_first, s_last) * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    // One end of a stretch of time: the local day or instant, and the values without a time of that day and the next; null for an instant.
    private sealed record End(InstantRange Range, long? Day, long? DayAfter)
    {
        public static bool TryRead(Operand operand, TimeZoneInfo zone, out End end)
        {
            var text = operand.ToString();
            var reads = InstantRange.TryParse(text, zone, out var range);
            end = InstantRange.TryParseDay(text, out _) && InstantRange.TryParse(text, out var day) ? new End(range, day.First, day.Last + 1) : new End(range, null, null);
            return reads;
        }
    }
}
