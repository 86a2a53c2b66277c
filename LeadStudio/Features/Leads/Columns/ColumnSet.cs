using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Features.Leads.Columns;

/// <summary>Which columns the lead list shows: score and lead always, then the chosen fields in the chosen order.</summary>
public sealed class ColumnSet
{
    /// <summary>The column with score, band and trend.</summary>
    public const string Score = "score";

    /// <summary>The column with the name and the company.</summary>
    public const string Lead = "lead";

    /// <summary>The column with what the score is made of, where rows are too low for a line of it. No field has such a key.</summary>
    public const string Why = "score-why";

    private static readonly string[] s_usual = [StandardFields.Title, StandardFields.Country, StandardFields.Stage, StandardFields.LastSeenAt];

    // They stand in the column of the lead, or are what LeadStudio itself does.
    private static readonly HashSet<string> s_notOffered = new(StringComparer.Ordinal) { StandardFields.UpdatedAt };

    // Read for each row: the name and the company.
    private static readonly string[] s_always =
        [StandardFields.FirstName, StandardFields.LastName, StandardFields.Email, StandardFields.ExternalId, StandardFields.Company];

    private readonly FieldCatalog _catalog;
    private readonly ValueList<ColumnChoice> _choices;

    /// <summary>Makes the set.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="choices">What was chosen; without a field among them, the usual columns.</param>
    /// <param name="frozen">The key of the last column that stays in place; another key freezes none.</param>
    /// <param name="usual">The keys of the usual columns; job title, country, stage and last seen by default.</param>
    public ColumnSet(FieldCatalog catalog, ValueList<ColumnChoice> choices, string frozen = "", IReadOnlyList<string>? usual = null)
    {
        _catalog = catalog;
        var hasFields = choices.Any(choice => !IsFixed(choice.Key));
        _choices = hasFields ? choices : [.. choices, .. (usual ?? s_usual).Select(key => new ColumnChoice(key))];
        Fields = [.. _choices.Where(choice => !IsFixed(choice.Key)).Select(choice => catalog.Find(choice.Key)).OfType<Field>()];
        FieldsRead = [.. s_always.Select(key => catalog[key]).Concat(Fields).DistinctBy(field => field.Id)];
        FrozenColumns = 1 + AllKeys.Select((key, place) => (key, place)).Where(item => item.key == frozen).Select(item => item.place).FirstOrDefault(-1);
        Widths = _choices.Where(choice => choice.Width is not null).ToDictionary(choice => choice.Key, choice => choice.Width!.Value);
    }

    /// <summary>Gets the chosen fields, in their order.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Gets the keys of all columns, in their order.</summary>
    public IReadOnlyList<string> AllKeys => [Score, Lead, .. Keys];

    /// <summary>Gets how many of the first columns stay in place.</summary>
    public int FrozenColumns { get; }

    /// <summary>Gets all fields that a row needs.</summary>
    public IReadOnlyList<Field> FieldsRead { get; }

    /// <summary>Gets the widths that were set, by column key.</summary>
    public IReadOnlyDictionary<string, int> Widths { get; }

    /// <summary>Lists the fields that the chooser offers: the chosen ones first, in their order.</summary>
    public IEnumerable<Field> Offered => Fields.Concat(_catalog.Fields.Where(known => !known.IsHidden && !s_notOffered.Contains(known.Key))).DistinctBy(known => known.Id);

    /// <summary>Sets which fields show.</summary>
    /// <param name="keys">Their keys, in order.</param>
    public ValueList<ColumnChoice> Choose(IEnumerable<string> keys) =>
        ValueList.From(
            _choices.Where(choice => IsFixed(choice.Key))
                .Concat(keys.Select(key => _choices.FirstOrDefault(choice => choice.Key == key) ?? new ColumnChoice(key))));

    /// <summary>Shows a field, as the last column where it is none yet, or takes it away.</summary>
    /// <param name="key">The field.</param>
    /// <param name="isShown">Whether it shows.</param>
    public ValueList<ColumnChoice> Show(string key, bool isShown) => Choose(isShown ? Keys.Append(key).Distinct() : Keys.Where(other => other != key));

    /// <summary>Moves a field to another place.</summary>
    /// <param name="key">The field.</param>
    /// <param name="place">The place among the fields, from 0; beyond the ends it stays at the end.</param>
    public ValueList<ColumnChoice> Move(string key, int place)
    {
        var keys = Keys.Where(other => other != key).ToList();
        keys.Insert(Math.Clamp(place, 0, keys.Count), key);
        return Choose(keys);
    }

    /// <summary>Sets a width in pixels; null goes back to the usual one.</summary>
    public ValueList<ColumnChoice> Resize(string key, int? width) =>
        ValueList.From(
            (_choices.Any(choice => choice.Key == key) ? _choices : [new ColumnChoice(key), .. _choices])
                .Select(choice => choice.Key == key ? choice with { Width = width } : choice));

    private IEnumerable<string> Keys => Fields.Select(known => known.Key);

    private static bool IsFixed(string key) => key is Score or Lead or Why;
}
