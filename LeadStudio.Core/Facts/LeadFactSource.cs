using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Facts;

/// <summary>Says which facts the fields of leads are, and fills them. Immutable: a new state of the field catalog makes a new source.</summary>
/// <remarks>Events become facts with a later issue: their aggregates get slots behind those of the fields.</remarks>
public sealed class LeadFactSource
{
    // The outcome is what scoring is to foretell, and the last change is LeadStudio's own doing: neither may count.
    private static readonly HashSet<string> s_hidden = new(StringComparer.Ordinal)
    {
        StandardFields.Outcome, StandardFields.OutcomeAt, StandardFields.OutcomeValue, StandardFields.UpdatedAt,
    };

    private readonly (Field Field, FactSlot Slot)[] _slots;
    private readonly DerivedFacts _derived;

    private LeadFactSource(FieldCatalog fields)
    {
        Fields = fields;
        var known = fields.Fields.Where(IsFact).ToList();
        var derived = DerivedFacts.All.Where(fact => fields.Find(fact.Column.Key) is null).Select(fact => fact.Column).ToList(); // an import may have brought such a field
        Facts = FactCatalog.For(known.Select(field => Describe(fields, field)).Concat(derived));
        _slots = [.. known.Select(field => (field, Facts.Find(field.Key)!.Slot))];
        _derived = new(fields, Facts, derived.Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Gets the fields.</summary>
    public FieldCatalog Fields { get; }

    /// <summary>Gets the facts.</summary>
    public FactCatalog Facts { get; }

    /// <summary>Makes the source of a state of the field catalog.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>The source.</returns>
    public static LeadFactSource For(FieldCatalog fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(fields);
    }

    /// <summary>Describes a field to conditions.</summary>
    /// <param name="catalog">The catalog of the field.</param>
    /// <param name="field">The field.</param>
    /// <returns>The description.</returns>
    public static ColumnDescription Describe(FieldCatalog catalog, Field field)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(field);
        var type = field.Type switch
        {
            FieldType.Text => ColumnType.Text,
            FieldType.Number => ColumnType.Number,
            FieldType.Boolean => ColumnType.Boolean,
            FieldType.Date => ColumnType.Date,
            FieldType.Choice => ColumnType.Choice,
            FieldType.MultiChoice => ColumnType.MultiChoice,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
        };
        return new(field.Key, field.Label, type, ValueList.From(catalog.OptionsOf(field).Select(option => new ColumnOption(option.Code, option.Label))));
    }

    /// <summary>Fills the facts of one lead.</summary>
    /// <param name="facts">The facts; what they held is forgotten.</param>
    /// <param name="profile">The lead's values by field id.</param>
    public void Fill(LeadFacts facts, IReadOnlyDictionary<int, FieldValue> profile)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(profile);
        facts.Clear();
        var region = Fields.RegionOf(profile.GetValueOrDefault(Fields[StandardFields.Country].Id, FieldValue.Empty));
        foreach (var (field, slot) in _slots)
        {
            if (!profile.TryGetValue(field.Id, out var value))
            {
                continue;
            }

            if (slot.Kind == SlotKind.Text)
            {
                facts.Texts[slot.Index] = value.Text is { } text ? FieldComparison.Compared(field, text, region) : null;
            }
            else
            {
                facts.Numbers[slot.Index] = value.Number;
            }
        }

        Derive(facts, keys: null);
    }

    /// <summary>Writes a fact that follows from others for people.</summary>
    /// <param name="facts">The facts of a lead.</param>
    /// <param name="key">The fact's key.</param>
    /// <returns>The text; null where the fact is missing, or is the value of a field.</returns>
    public string? DerivedText(LeadFacts facts, string key)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Fields.Find(key) is null && Facts.Find(key) is { } fact
            ? fact.Options.FirstOrDefault(option => option.Code == facts.Numbers[fact.Slot.Index])?.Label
            : null;
    }

    /// <summary>Lists the fields behind some facts, with the slots that they fill.</summary>
    /// <param name="keys">The facts' keys; null for all.</param>
    /// <returns>The fields.</returns>
    internal IReadOnlyList<(Field Field, FactSlot Slot)> Columns(IReadOnlySet<string>? keys) =>
        [.. _slots.Where(slot => keys is null || keys.Contains(slot.Field.Key) || DerivedFacts.All.Any(fact => keys.Contains(fact.Column.Key) && fact.Inputs.Contains(slot.Field.Key)))];

    /// <summary>Fills the facts that follow from others.</summary>
    /// <param name="facts">The facts, those of <see cref="Columns"/> filled.</param>
    /// <param name="keys">The facts' keys; null for all.</param>
    internal void Derive(LeadFacts facts, IReadOnlySet<string>? keys) => _derived.Fill(facts, keys);

    // What found no column cannot be read for many leads at once.
    private static bool IsFact(Field field) => field.Column.Length > 0 && !s_hidden.Contains(field.Key);
}
