using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Cells;

namespace LeadStudio.Core.Leads.Export;

/// <summary>Writes values so that an import reads the very same ones back: pages round what they show, files do not.</summary>
internal static class ExportCells
{
    private const double LargestPlain = 1e15; // beyond it a double has no fraction, and decimals of it would be invented

    public static string Text(FieldCatalog catalog, Field field, FieldValue value) => value.IsEmpty ? "" : field.Type switch
    {
        FieldType.Number => Number(value.Number),
        FieldType.Date => Date((long)value.Number),
        FieldType.MultiChoice => OptionTexts.Join(catalog, field, value),
        FieldType.Text or FieldType.Boolean or FieldType.Choice => catalog.Display(field, value),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
    };

    // Without an exponent, which people and other programs misread.
    private static string Number(double number) =>
        number.ToString("R", CultureInfo.InvariantCulture) is var shortest && shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < LargestPlain
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : shortest;

    private static string Date(long microseconds) => UtcMicroseconds.ToInstant(microseconds).UtcDateTime.ToString(
        microseconds % UtcMicroseconds.PerDay == 0 ? "yyyy-MM-dd" : microseconds % 1_000_000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
        CultureInfo.InvariantCulture);
}
