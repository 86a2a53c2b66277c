using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Cells;

/// <summary>Turns texts into the codes of a choice's options. A text that is no option yet gets a stand-in, below zero, until the option is added.</summary>
internal sealed class OptionCodes
{
    private readonly FieldCatalog _catalog;
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int> _pending = new(StringComparer.Ordinal);
    private readonly List<string> _labels = [];

    public OptionCodes(Field field, FieldCatalog catalog)
    {
        (Field, _catalog) = (field, catalog);
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Field Field { get; }

    /// <summary>Gets the texts that wait to become options; the first has the stand-in -1.</summary>
    public IReadOnlyList<string> Pending => _labels;

    /// <summary>Tells whether a text is an option by now.</summary>
    public bool IsKnown(string text) => _catalog.FindOption(Field, text) is not null;

    public bool TryFind(ReadOnlySpan<char> text, out int code)
    {
        if (_lookup.TryGetValue(text, out code))
        {
            return true;
        }

        if (text.Length > CellReader.LongestKey)
        {
            return false;
        }

        var label = text.ToString();
        if (_catalog.FindOption(Field, label) is { } option)
        {
            code = option.Code;
        }
        else if (!_pending.TryGetValue(Folding.Fold(label), out code))
        {
            if (_catalog.OptionsOf(Field).Count + _labels.Count >= ImportLimits.OptionsPerField)
            {
                return false;
            }

            _labels.Add(label);
            code = -_labels.Count;
            _pending[Folding.Fold(label)] = code;
        }

        _codes[label] = code;
        return true;
    }

    /// <summary>Gives the code that a stand-in stood for.</summary>
    /// <param name="code">A code or a stand-in.</param>
    /// <param name="catalog">The catalog that has the options now.</param>
    public int Settle(int code, FieldCatalog catalog) =>
        code >= 0 ? code : catalog.FindOption(Field, _labels[-code - 1])?.Code ?? throw new InvalidOperationException($"An option of {Field.Key} was not added.");
}
