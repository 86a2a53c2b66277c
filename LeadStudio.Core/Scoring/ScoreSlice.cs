using LeadStudio.Core.Messaging;

namespace LeadStudio.Core.Scoring;

/// <summary>Leads that are scored in one transaction, and the work that is done with them.</summary>
/// <param name="From">The first lead's id.</param>
/// <param name="To">The last lead's id.</param>
/// <param name="Done">The work that ends with this slice: several pieces where an import left them side by side.</param>
/// <param name="Rest">The work of which only the beginning is in this slice, or null.</param>
internal sealed record ScoreSlice(long From, long To, IReadOnlyList<WorkItem> Done, WorkItem? Rest)
{
    /// <summary>Cuts the next slice.</summary>
    /// <param name="items">The work that waits, in order; not empty.</param>
    /// <param name="size">The most leads of a slice.</param>
    /// <returns>The slice.</returns>
    public static ScoreSlice Next(IReadOnlyList<WorkItem> items, int size)
    {
        var from = items[0].FromId;
        var last = from + size - 1;
        if (items[0].ToId > last)
        {
            return new(from, last, [], items[0]);
        }

        var count = 1;
        while (count < items.Count && items[count].FromId == items[count - 1].ToId + 1 && items[count].ToId <= last)
        {
            count++;
        }

        return new(from, items[count - 1].ToId, [.. items.Take(count)], null);
    }

    /// <summary>Gives the work that waits behind this slice.</summary>
    /// <param name="items">The work from which it was cut.</param>
    public IReadOnlyList<WorkItem> Behind(IReadOnlyList<WorkItem> items) =>
        Rest is null ? [.. items.Skip(Done.Count)] : [new() { Id = Rest.Id, Queue = Rest.Queue, FromId = To + 1, ToId = Rest.ToId }, .. items.Skip(1)];

    /// <summary>Tells whether this slice is what is to be done first.</summary>
    /// <param name="item">The first work that waits.</param>
    public bool BeginsWith(WorkItem item) => From == item.FromId && (Rest ?? Done[0]).Id == item.Id;
}
