using System.Collections.Frozen;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>All fields and their options as of one moment; never changes.</summary>
public sealed class FieldCatalog
{
    private static readonly IReadOnlyList<FieldOption> s_none = [];
    private readonly FrozenDictionary<int, Field> _byId;
    private readonly FrozenDictionary<string, Field> _byKey;
    private readonly Dictionary<int, List<FieldOption>> _options;
    private readonly Dictionary<(int Field, string Folded), FieldOption> _optionsByText;
    private readonly Dictionary<(int Field, int Code), FieldOption> _optionsByCode;

    /// <summary>Makes a catalog.</summary>
    /// <param name="version">Differs from that of every other state of the catalog.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="options">The options of the choices.</param>
    public FieldCatalog(long version, IEnumerable<Field> fields, IEnumerable<FieldOption> options)
    {
        Version = version;
        Fields = [.. fields.OrderBy(field => field.Position).ThenBy(field => field.Id)];
        _byId = Fields.ToFrozenDictionary(field => field.Id);
        _byKey = Fields.ToFrozenDictionary(field => field.Key, StringComparer.OrdinalIgnoreCase);
        _options = options.GroupBy(option => option.FieldId).ToDictionary(group => group.Key, group => group.OrderBy(option => option.Code).ToList());
        var all = _options.Values.SelectMany(list => list).ToList();
        _optionsByText = all.ToDictionary(option => (option.FieldId, option.Folded));
        _optionsByCode = all.ToDictionary(option => (option.FieldId, option.Code));
    }

    /// <summary>Gets a number that differs between any two states of the catalog.</summary>
    public long Version { get; }

    /// <summary>Gets the fields, in the order in which to list them.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Gets the field with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Field this[int id] => _byId[id];

    /// <summary>Gets the field with a key.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Field this[string key] => _byKey[key];

    /// <summary>Looks a field up.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <returns>The field, or null.</returns>
    public Field? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Looks a field up.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The field, or null.</returns>
    public Field? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Lists the options of a choice.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The options by code.</returns>
    public IReadOnlyList<FieldOption> OptionsOf(Field field) => _options.TryGetValue(field.Id, out var list) ? list : s_none;

    /// <summary>Looks an option up by its text, in any case and with or without accents.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="label">The text.</param>
    /// <returns>The option, or null.</returns>
    public FieldOption? FindOption(Field field, string label) => _optionsByText.GetValueOrDefault((field.Id, Folding.Fold(label)));

    /// <summary>Looks an option up by its code.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="code">The code.</param>
    /// <returns>The option, or null.</returns>
    public FieldOption? FindOption(Field field, int code) => _optionsByCode.GetValueOrDefault((field.Id, code));

    /// <summary>Writes a value as text for people: labels for codes, ISO dates, yes and no.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The text; empty where the value is missing.</returns>
    public string Display(Field field, FieldValue value) =>
        value.IsEmpty ? "" : field.Type switch
        {
            FieldType.Text => value.Text ?? "",
            FieldType.Number => value.Number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
            FieldType.Boolean => value.Number == 0 ? "No" : "Yes",
            FieldType.Date => DisplayDate((long)value.Number),
            FieldType.Choice => LabelOf(field, (int)value.Number),
            FieldType.MultiChoice => string.Join(", ", value.ToCodes().Select(code => LabelOf(field, code))),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
        };

    private static string DisplayDate(long microseconds) =>
        UtcMicroseconds.ToInstant(microseconds).ToString(
            microseconds % UtcMicroseconds.PerDay == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
            System.Globalization.CultureInfo.InvariantCulture);

    private string LabelOf(Field field, int code) =>
        FindOption(field, code)?.Label ?? code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
