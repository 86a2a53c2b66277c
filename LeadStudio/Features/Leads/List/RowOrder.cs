using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.List;

/// <summary>Compares places as <see cref="ILeadList"/> orders them: by value, then by id; leads without a value last.</summary>
internal sealed class RowOrder(bool descending) : IComparer<LeadCursor>
{
    public int Compare(LeadCursor? x, LeadCursor? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Value.IsEmpty != y.Value.IsEmpty)
        {
            return x.Value.IsEmpty ? 1 : -1;
        }

        var byValue = x.Value.Text is { } text ? string.CompareOrdinal(text, y.Value.Text) : x.Value.Number.CompareTo(y.Value.Number);
        var ascending = byValue != 0 && !x.Value.IsEmpty ? byValue : x.Id.CompareTo(y.Id);
        return descending ? -ascending : ascending;
    }
}
