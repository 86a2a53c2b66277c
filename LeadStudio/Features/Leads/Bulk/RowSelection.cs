using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>Which leads of a list are selected: some of them, or all that it has but some.</summary>
public sealed class RowSelection
{
    private readonly HashSet<long> _ids = []; // where all are selected, those that are not
    private IReadOnlyList<long> _extent = [];

    /// <summary>Gets a value indicating whether all leads of the list are selected, whatever they are, but those that were taken out.</summary>
    public bool IsAll { get; private set; }

    /// <summary>Gets a value indicating whether none is selected.</summary>
    public bool IsEmpty => !IsAll && _ids.Count == 0;

    /// <summary>Gets the lead from which a selection extends, and where it stood; null where there is none.</summary>
    public (long Id, long Place)? Anchor { get; private set; }

    /// <summary>Tells whether a lead is selected.</summary>
    /// <param name="id">The lead.</param>
    public bool Contains(long id) => _ids.Contains(id) != IsAll;

    /// <summary>Counts the selected leads.</summary>
    /// <param name="total">How many leads the list has.</param>
    public long CountOf(long total) => IsAll ? Math.Max(0, total - _ids.Count) : _ids.Count;

    /// <summary>Selects a lead, or takes it out; selections extend from it then.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="place">Its place in the list, from 0.</param>
    public void Toggle(long id, long place)
    {
        Set(id, !Contains(id));
        (Anchor, _extent) = ((id, place), []);
    }

    /// <summary>Sets from where selections extend, where nothing was selected by hand yet.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="place">Its place in the list, from 0.</param>
    public void StartAt(long id, long place) => (Anchor, _extent) = ((id, place), []);

    /// <summary>Selects the leads between the anchor and another place; those of the last extension that are not among them any more are taken out.</summary>
    /// <param name="ids">The leads, with both ends.</param>
    public void Extend(IReadOnlyList<long> ids)
    {
        foreach (var id in _extent)
        {
            Set(id, isSelected: false);
        }

        foreach (var id in ids)
        {
            Set(id, isSelected: true);
        }

        _extent = ids;
    }

    /// <summary>Selects all leads of the list.</summary>
    public void SelectAll()
    {
        Clear();
        IsAll = true;
    }

    /// <summary>Selects none.</summary>
    public void Clear()
    {
        _ids.Clear();
        (IsAll, Anchor, _extent) = (false, null, []);
    }

    /// <summary>Gives what is selected, for a change.</summary>
    /// <param name="query">What the list shows.</param>
    /// <param name="place">What the list is called.</param>
    public LeadSelection ToSelection(LeadQuery query, string place) => new(IsAll ? $"all of {place}" : $"picked in {place}", [.. _ids], IsAll ? query : null);

    private void Set(long id, bool isSelected)
    {
        if (isSelected == IsAll)
        {
            _ids.Remove(id);
        }
        else
        {
            _ids.Add(id);
        }
    }
}
