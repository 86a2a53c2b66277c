using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Features.Companies;

/// <summary>Reads and writes values of companies as people type them.</summary>
public static class CompanyInput
{
    /// <summary>Says what to type.</summary>
    /// <param name="type">The type of the field.</param>
    /// <returns>An example; null where anything goes.</returns>
    public static string? Hint(FieldType type) => type switch
    {
        FieldType.Number => "1200.50",
        FieldType.Boolean => "yes or no",
        FieldType.Date => "2026-05-31",
        FieldType.Text or FieldType.Choice or FieldType.MultiChoice => null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };

    /// <summary>Writes a value.</summary>
    /// <param name="type">The type of the field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text; empty where the value is missing.</returns>
    public static string Text(FieldType type, FieldValue value) => value.IsEmpty ? "" : type switch
    {
        FieldType.Number => value.Number.ToString("0.######", CultureInfo.InvariantCulture),
        FieldType.Boolean => value.Number == 0 ? "No" : "Yes",
        FieldType.Date => UtcMicroseconds.ToInstant((long)value.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Text or FieldType.Choice or FieldType.MultiChoice => value.Text ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };

    /// <summary>Reads a value.</summary>
    /// <param name="known">The field.</param>
    /// <param name="text">What was typed; nothing clears the field.</param>
    /// <returns>The value, or <see cref="ValueDoesNotFit"/>.</returns>
    public static Result<FieldValue> Read(CompanyField known, string text)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        return text.Length == 0 ? FieldValue.Empty : known.Type switch
        {
            FieldType.Number => NumberParser.TryParse(text, DecimalMark.Point, out var number) ? FieldValue.Of(number) : new ValueDoesNotFit(known.Label, text, "a number, such as 1200.50"),
            FieldType.Boolean => BooleanParser.TryParse(text, out var flag) ? FieldValue.Of(flag) : new ValueDoesNotFit(known.Label, text, "yes or no"),
            FieldType.Date => InstantParser.TryParse(text, DateOrder.DayFirst, out var instant) ? FieldValue.Of(instant) : new ValueDoesNotFit(known.Label, text, "a date, such as 2026-05-31"),
            FieldType.Text or FieldType.Choice or FieldType.MultiChoice => FieldValue.Of(text),
            _ => throw new ArgumentOutOfRangeException(nameof(known), known.Type, "Unknown type of field."),
        };
    }
}
