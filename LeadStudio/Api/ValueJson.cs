using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Api;

/// <summary>Gives values of fields as JSON has them.</summary>
internal static class ValueJson
{
    /// <summary>Gives a value.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="field">The value's field.</param>
    /// <param name="value">The value.</param>
    /// <returns>A text, a number, true or false, an instant, the label of an option or a list of labels; null where it is missing.</returns>
    public static object? Of(FieldCatalog catalog, Field field, FieldValue value) => field.Type switch
    {
        FieldType.MultiChoice => value.ToCodes().Select(code => catalog.FindOption(field, code)?.Label).OfType<string>().ToList(),
        _ when value.IsEmpty => null,
        FieldType.Text => value.Text,
        FieldType.Number => value.Number,
        FieldType.Boolean => value.Number != 0,
        FieldType.Date => Instant((long)value.Number),
        FieldType.Choice => catalog.FindOption(field, (int)value.Number)?.Label,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
    };

    /// <summary>Gives an instant as JSON has it, in UTC.</summary>
    /// <param name="microseconds">UTC microseconds.</param>
    public static DateTime Instant(long microseconds) => UtcMicroseconds.ToInstant(microseconds).UtcDateTime;
}
