using System.Collections.Frozen;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Countries;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>All fields and their options as of one moment; never changes.</summary>
public sealed class FieldCatalog
{
    private static readonly IReadOnlyList<FieldOption> s_none = [];
    private readonly FrozenDictionary<int, Field> _byId;
    private readonly FrozenDictionary<string, Field> _byKey;
    private readonly FrozenDictionary<int, Field> _roots;
    private readonly bool _isPlain;
    private readonly Lazy<Dictionary<int, string>> _regions;
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
        _byId = fields.ToFrozenDictionary(field => field.Id);
        Fields = [.. _byId.Values.Where(field => field.SuccessorId is null).OrderBy(field => field.Position).ThenBy(field => field.Id)];
        Former = [.. _byId.Values.Where(field => field.SuccessorId is not null).OrderBy(field => field.Id)];
        _byKey = Fields.ToFrozenDictionary(field => field.Key, StringComparer.OrdinalIgnoreCase);
        _roots = Former.ToFrozenDictionary(field => field.Id, FindRoot);
        AllOptions = [.. options];
        var standing = AllOptions.Where(option => option.ReplacedBy is null);
        _options = standing.GroupBy(option => option.FieldId)
            .ToDictionary(group => group.Key, group => group.OrderBy(option => option.Position).ThenBy(option => option.Code).ToList());
        _optionsByCode = AllOptions.ToDictionary(option => (option.FieldId, option.Code));
        foreach (var option in AllOptions.Where(option => option.ReplacedBy is not null))
        {
            _optionsByCode[(option.FieldId, option.Code)] = FindReplacement(option);
        }

        _optionsByText = AllOptions.ToDictionary(option => (option.FieldId, option.Folded), option => _optionsByCode[(option.FieldId, option.Code)]);
        _regions = new(ListRegions);
        _isPlain = Former.Count == 0 && AllOptions.All(option => option.ReplacedBy is null);
    }

    /// <summary>Gets a number that differs between any two states of the catalog.</summary>
    public long Version { get; }

    /// <summary>Gets the fields, in the order in which to list them.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Gets the fields whose observations count for another field now, since they were retyped or merged.</summary>
    public IReadOnlyList<Field> Former { get; }

    /// <summary>Gets the region (two letters of ISO 3166) of phone numbers without a country code where the lead's country is unknown; null where none is set.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>Gets all options, with those that were replaced by another.</summary>
    internal IReadOnlyList<FieldOption> AllOptions { get; }

    /// <summary>Gets the field with an id, which may be a former one.</summary>
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
    /// <returns>The options in their order, without those that were replaced.</returns>
    public IReadOnlyList<FieldOption> OptionsOf(Field field) => _options.TryGetValue(field.Id, out var list) ? list : s_none;

    /// <summary>Tells the region of a lead's phone number that has no country code.</summary>
    /// <param name="country">The lead's country.</param>
    /// <returns>Two letters of ISO 3166; null where it is unknown.</returns>
    public string? RegionOf(FieldValue country) => (country.IsEmpty ? null : _regions.Value.GetValueOrDefault((int)country.Number)) ?? DefaultRegion;

    /// <summary>Looks an option up by its text, in any case and with or without accents.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="label">The text.</param>
    /// <returns>The option, or the one that took its place; null where there is none.</returns>
    public FieldOption? FindOption(Field field, string label) => _optionsByText.GetValueOrDefault((field.Id, Folding.Fold(label)));

    /// <summary>Looks an option up by its code.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="code">The code.</param>
    /// <returns>The option, or null.</returns>
    public FieldOption? FindOption(Field field, int code) => _optionsByCode.GetValueOrDefault((field.Id, code));

    /// <summary>Lists the former fields whose observations count for a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The former fields, oldest first.</returns>
    public IReadOnlyList<Field> FormerOf(Field field) => [.. Former.Where(former => _roots[former.Id].Id == field.Id)];

    /// <summary>Gives the field that shows what was said under a field: itself, or the one that took over.</summary>
    /// <param name="field">The field.</param>
    /// <returns>A field of today.</returns>
    public Field RootOf(Field field) => _roots.GetValueOrDefault(field.Id, field);

    /// <summary>Reads what was said once by the fields as they are today: under the field that took over, and in its type.</summary>
    /// <remarks>What does not convert stays under the former field: it was said, but no field shows it.</remarks>
    /// <param name="said">The values of an observation by field id.</param>
    /// <returns>The values by the id of today's field.</returns>
    public IReadOnlyDictionary<int, FieldValue> Translate(IReadOnlyDictionary<int, FieldValue> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (_isPlain)
        {
            return said;
        }

        var today = new Dictionary<int, FieldValue>(said.Count);
        foreach (var (id, value) in said)
        {
            if (!_roots.ContainsKey(id))
            {
                today[id] = _byId.TryGetValue(id, out var field) && field.HasOptions ? ValueConversion.Settle(this, field, value) : value;
            }
        }

        foreach (var (id, value) in said)
        {
            if (_roots.TryGetValue(id, out var root))
            {
                var fits = ValueConversion.TryConvert(this, _byId[id], root, value, out var converted);
                var isFree = !today.TryGetValue(root.Id, out var own) || own.IsEmpty;
                today[fits && isFree ? root.Id : id] = fits && isFree ? converted : value;
            }
        }

        return today;
    }

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

    private Field FindRoot(Field field)
    {
        while (field.SuccessorId is { } successor)
        {
            field = _byId[successor];
        }

        return field;
    }

    private FieldOption FindReplacement(FieldOption option)
    {
        while (option.ReplacedBy is { } code)
        {
            option = AllOptions.First(other => other.FieldId == option.FieldId && other.Code == code);
        }

        return option;
    }

    private Dictionary<int, string> ListRegions() => Find(StandardFields.Country) is not { } country ? [] : AllOptions
        .Where(option => option.FieldId == country.Id)
        .Select(option => (option.Code, Region: CountryNames.CodeOf(_optionsByCode[(country.Id, option.Code)].Label)))
        .Where(pair => pair.Region is not null)
        .ToDictionary(pair => pair.Code, pair => pair.Region!);

    private string LabelOf(Field field, int code) =>
        FindOption(field, code)?.Label ?? code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
