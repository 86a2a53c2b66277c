using System.Collections.Frozen;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Facts;

/// <summary>All facts that may be asked of a lead. Immutable: a new field makes a new catalog.</summary>
/// <remarks>Profile fields and aggregates of events are facts alike; whoever fills a slot decides what it is made of.</remarks>
public sealed class FactCatalog : IColumnCatalog
{
    private readonly FrozenDictionary<string, FactDescription> _byKey;

    /// <summary>Makes a catalog of facts whose slots are given.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentException">Two facts share a key or a slot, or a slot's kind does not fit the type.</exception>
    public FactCatalog(IEnumerable<FactDescription> facts)
    {
        Facts = [.. facts];
        _byKey = Facts.ToFrozenDictionary(fact => fact.Key, StringComparer.Ordinal);
        if (_byKey.Count != Facts.Count || Facts.DistinctBy(fact => fact.Slot).Count() != Facts.Count)
        {
            throw new ArgumentException("Two facts share a key or a slot.", nameof(facts));
        }

        if (Facts.FirstOrDefault(fact => fact.Slot.Kind != KindOf(fact.Type) || fact.Slot.Index < 0) is { } wrong)
        {
            throw new ArgumentException($"The slot of {wrong.Key} does not fit the type {wrong.Type}.", nameof(facts));
        }

        TextSlots = CountSlots(SlotKind.Text);
        NumberSlots = CountSlots(SlotKind.Number);
    }

    /// <summary>Gets all facts, in the order in which an editor offers them.</summary>
    public IReadOnlyList<FactDescription> Facts { get; }

    /// <summary>Gets the number of text slots that a lead's facts need.</summary>
    public int TextSlots { get; }

    /// <summary>Gets the number of number slots that a lead's facts need.</summary>
    public int NumberSlots { get; }

    /// <inheritdoc />
    public IReadOnlyList<ColumnDescription> Columns => Facts;

    /// <summary>Makes a catalog that numbers the slots in the order of the columns.</summary>
    /// <param name="columns">The fields, each with its own key.</param>
    /// <returns>The catalog.</returns>
    public static FactCatalog For(IEnumerable<ColumnDescription> columns)
    {
        var used = new Dictionary<SlotKind, int>();
        var facts = new List<FactDescription>();
        foreach (var column in columns)
        {
            var kind = KindOf(column.Type);
            var index = used.GetValueOrDefault(kind);
            used[kind] = index + 1;
            facts.Add(new FactDescription(column.Key, column.Label, column.Type, column.Options, new FactSlot(kind, index)));
        }

        return new FactCatalog(facts);
    }

    /// <summary>Says in which kind of slot the values of a type are kept.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The kind.</returns>
    public static SlotKind KindOf(ColumnType type) => type is ColumnType.Text or ColumnType.MultiChoice ? SlotKind.Text : SlotKind.Number;

    /// <summary>Looks a fact up.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The fact, or <see langword="null"/> if there is none.</returns>
    public FactDescription? Find(string key) => _byKey.GetValueOrDefault(key);

    ColumnDescription? IColumnCatalog.Find(string key) => Find(key);

    private int CountSlots(SlotKind kind) =>
        Facts.Where(fact => fact.Slot.Kind == kind).Select(fact => fact.Slot.Index + 1).DefaultIfEmpty().Max();
}
