using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>Reads a value that was said of one field as a value of another: after a change of type, or a merge.</summary>
public static class ValueConversion
{
    private const string Separators = ";,|";

    /// <summary>Converts a value.</summary>
    /// <param name="catalog">The catalog of both fields.</param>
    /// <param name="from">The field that it was said of; it tells how its texts are read.</param>
    /// <param name="to">The field that is to show it.</param>
    /// <param name="value">The value.</param>
    /// <param name="converted">The value of <paramref name="to"/>; a missing value stays missing.</param>
    /// <returns>Whether it has a meaning there. A text fits a choice only where that has such an option.</returns>
    public static bool TryConvert(FieldCatalog catalog, Field from, Field to, FieldValue value, out FieldValue converted)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (value.IsEmpty || (from.Type == to.Type && !to.HasOptions) || (from.Type == FieldType.Boolean && to.Type == FieldType.Number))
        {
            converted = value;
            return true;
        }

        var text = catalog.Display(from, value).Trim();
        converted = to.Type switch
        {
            FieldType.Text => FieldValue.Of(text),
            FieldType.Number => NumberParser.TryParse(text, from.Type == FieldType.Text ? from.DecimalMark : DecimalMark.Point, out var number) ? FieldValue.Of(number) : FieldValue.Empty,
            FieldType.Boolean => BooleanParser.TryParse(text, out var flag) ? FieldValue.Of(flag) : FieldValue.Empty,
            FieldType.Date => InstantParser.TryParse(text, from.DateOrder, out var instant) || InstantParser.TryParseEpoch(text, out instant) ? FieldValue.Of(instant) : FieldValue.Empty,
            FieldType.Choice or FieldType.MultiChoice => ToOptions(catalog, to, Labels(catalog, from, to.Type, value)),
            _ => throw new ArgumentOutOfRangeException(nameof(to), to.Type, "Unknown type of field."),
        };
        return !converted.IsEmpty;
    }

    /// <summary>Lists the options that a value names where it becomes a choice.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="from">The field that the value was said of.</param>
    /// <param name="to">What it becomes: a choice keeps the text as one, a multi-choice cuts it at commas, semicolons and bars.</param>
    /// <param name="value">The value, not missing.</param>
    /// <returns>The options' texts.</returns>
    public static IReadOnlyList<string> Labels(FieldCatalog catalog, Field from, FieldType to, FieldValue value)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(from);
        return from.Type switch
        {
            FieldType.MultiChoice => [.. value.ToCodes().Select(code => catalog.FindOption(from, code)?.Label).OfType<string>().Distinct()],
            FieldType.Text when to == FieldType.MultiChoice => [.. (value.Text ?? "").Split(Separators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            _ => [catalog.Display(from, value).Trim()],
        };
    }

    /// <summary>Replaces options that were merged into others.</summary>
    internal static FieldValue Settle(FieldCatalog catalog, Field field, FieldValue value) =>
        value.IsEmpty ? value
        : field.Type == FieldType.Choice ? FieldValue.Of(catalog.FindOption(field, (int)value.Number)?.Code ?? value.Number)
        : FieldValue.OfCodes(value.ToCodes().Select(code => catalog.FindOption(field, code)?.Code ?? code));

    private static FieldValue ToOptions(FieldCatalog catalog, Field to, IReadOnlyList<string> labels)
    {
        var codes = labels.Select(label => catalog.FindOption(to, label)?.Code).ToList();
        return codes.Count == 0 || codes.Contains(null) ? FieldValue.Empty
            : to.Type == FieldType.MultiChoice ? FieldValue.OfCodes(codes.OfType<int>())
            : codes.Count == 1 ? FieldValue.Of(codes[0]!.Value)
            : FieldValue.Empty;
    }
}
