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
        while (!(cell = cell.TrimStart(OptionTexts.Between)).IsEmpty)
        {
            var part = OptionTexts.First(cell, options.IsKnown);
            cell = cell[part.Length..];
            if (!options.TryFind(part.TrimEnd(), out var code))
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
    private const string Separators = ";,|";

    /// <summary>What may stand between two options.</summary>
    public const string Between = Separators + " \t\r\n\u00A0";

    public static readonly string Expected = $"one of at most {ImportLimits.OptionsPerField} different choices of up to {CellReader.LongestKey} characters";

    /// <summary>Gives the first option of a list: the longest text that is one, as a name may hold a comma; else all up to the first separator.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> list, Func<string, bool> isKnown)
    {
        var shortest = list.IndexOfAny(Separators) is >= 0 and var at ? list[..at] : list;
        for (var part = list; part.Length > shortest.Length; part = part[..part.LastIndexOfAny(Separators)])
        {
            if (part.Length <= CellReader.LongestKey && isKnown(part.Trim().ToString()))
            {
                return part;
            }
        }

        return shortest;
    }

    /// <summary>Writes options so that they are read back one by one.</summary>
    public static string Join(FieldCatalog catalog, Field field, FieldValue value) =>
        string.Join("; ", value.ToCodes().Select(code => catalog.FindOption(field, code)?.Label ?? ""));
}
