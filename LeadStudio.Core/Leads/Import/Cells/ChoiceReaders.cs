using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Cells;

/// <summary>A reader whose values can hold stand-ins for options that are not added yet.</summary>
internal interface IOptionReader
{
    OptionCodes Options { get; }

    FieldValue Settle(FieldValue value, FieldCatalog catalog);
}

internal sealed class ChoiceReader(OptionCodes options) : CellReader, IOptionReader
{
    public override string Expected => OptionTexts.Expected;

    public OptionCodes Options => options;

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var fits = options.TryFind(cell, out var code);
        value = fits ? FieldValue.Of(code) : FieldValue.Empty;
        return fits;
    }

    public FieldValue Settle(FieldValue value, FieldCatalog catalog) =>
        value.Number < 0 ? FieldValue.Of(options.Settle((int)value.Number, catalog)) : value;
}

internal sealed class MultiChoiceReader(OptionCodes options) : CellReader, IOptionReader
{
    public override string Expected => OptionTexts.Expected;

    public OptionCodes Options => options;

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var codes = new List<int>();
        value = FieldValue.Empty;
        foreach (var range in cell.SplitAny(OptionTexts.Separators))
        {
            var part = cell[range].Trim();
            if (part.IsEmpty)
            {
                continue;
            }

            if (!options.TryFind(part, out var code))
            {
                return false;
            }

            codes.Add(code);
        }

        value = FieldValue.OfCodes(codes);
        return true;
    }

    public FieldValue Settle(FieldValue value, FieldCatalog catalog) =>
        value.Text?.Contains('-') is true ? FieldValue.OfCodes(value.ToCodes().Select(code => options.Settle(code, catalog))) : value;
}

internal static class OptionTexts
{
    public const string Separators = ";,|";

    public static readonly string Expected = $"one of at most {ImportLimits.OptionsPerField} different choices of up to {CellReader.LongestKey} characters";
}
