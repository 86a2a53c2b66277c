using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Turns values into what stands in an input of the browser, and back.</summary>
public static class FieldInput
{
    private const string Day = "yyyy-MM-dd";
    private const string Minute = "yyyy-MM-ddTHH:mm";

    /// <summary>Writes a value for an input.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="zone">The zone of a time of day; null for UTC.</param>
    /// <returns>The text; a multi-choice as labels parted by commas.</returns>
    public static string Write(Field field, FieldValue value, FieldCatalog catalog, TimeZoneInfo? zone = null) => value.IsEmpty ? "" : field.Type switch
    {
        FieldType.Text => value.Text!,
        FieldType.Number => WriteNumber(value.Number),
        FieldType.Boolean => value.Number != 0 ? "true" : "false",
        FieldType.Date when HasTime(value) =>
            TimeZoneInfo.ConvertTime(UtcMicroseconds.ToInstant((long)value.Number), zone ?? TimeZoneInfo.Utc).ToString(Minute, CultureInfo.InvariantCulture),
        FieldType.Date => UtcMicroseconds.ToInstant((long)value.Number).ToString(Day, CultureInfo.InvariantCulture),
        FieldType.Choice or FieldType.MultiChoice => catalog.Display(field, value),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "No such type."),
    };

    /// <summary>Says whether a date has a time of day, so that its input must have one too.</summary>
    /// <param name="value">The date.</param>
    /// <returns>Whether it is not the first instant of a day.</returns>
    public static bool HasTime(FieldValue value) => !value.IsEmpty && value.Number % UtcMicroseconds.PerDay != 0;

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="field">The field; no choice.</param>
    /// <param name="text">The text; an empty one clears the field.</param>
    /// <param name="zone">The zone of a time of day that names none; null for UTC. A date without a time is a date anywhere.</param>
    /// <returns>The value, or what is wrong with the text.</returns>
    public static Result<FieldValue> Read(Field field, string text, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim();
        return typed.Length == 0 ? FieldValue.Empty : field.Type switch
        {
            FieldType.Text => FieldValue.Of(typed),
            FieldType.Boolean => FieldValue.Of(typed == "true"),
            FieldType.Number => ReadNumber(field, typed),
            FieldType.Date => InstantRange.TryParse(typed, zone is not null && typed.Contains(':', StringComparison.Ordinal) ? zone : TimeZoneInfo.Utc, out var date)
                ? FieldValue.Of(date.First)
                : new ValueDoesNotFit(field.Label, typed, "a date such as 2026-11-23"),
            FieldType.Choice or FieldType.MultiChoice => throw new ArgumentException("Options are looked up in the catalog.", nameof(field)),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "No such type."),
        };
    }

    /// <summary>Parts the labels of a multi-choice.</summary>
    /// <param name="text">Labels parted by commas.</param>
    /// <returns>The labels, each once.</returns>
    public static IReadOnlyList<string> Labels(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(Folding.Fold)];
    }

    // Read as imports read it, but one that could be meant either way is asked back: here somebody is there to answer.
    private static Result<FieldValue> ReadNumber(Field field, string typed)
    {
        if (!NumberParser.TryParse(typed, DecimalMark.Point, out var withPoint) || !NumberParser.TryParse(typed, DecimalMark.Comma, out var withComma))
        {
            return new ValueDoesNotFit(field.Label, typed, "a number such as 1200.5");
        }

        return withPoint.Equals(withComma)
            ? FieldValue.Of(withPoint)
            : new NumberIsAmbiguous(field.Label, typed, WriteNumber(withPoint), WriteNumber(withComma));
    }

    // A fraction of three digits could be thousands; with a fourth it cannot.
    private static string WriteNumber(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return NumberParser.TryParse(text, DecimalMark.Comma, out var withComma) && withComma.Equals(number) ? text : $"{text}0";
    }
}
