using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Messaging;

/// <summary>Work that must be done after a change, written in the change's own transaction, so that no crash can lose it.</summary>
public interface IWorkQueue
{
    /// <summary>Adds work for a range of ids, as part of the transaction that runs in <paramref name="db"/>.</summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="queue">The queue's name.</param>
    /// <param name="from">The first id.</param>
    /// <param name="to">The last id, included.</param>
    /// <returns>A task that ends when the row is written. Call <see cref="Wake"/> after the commit.</returns>
    Task AddAsync(LeadStudioDbContext db, string queue, long from, long to);

    /// <summary>Adds work for many ids, those that follow one another as one range, as part of the transaction that runs in <paramref name="db"/>.</summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="queue">The queue's name.</param>
    /// <param name="ids">The ids, each once, in any order.</param>
    /// <returns>A task that ends when the rows are written. Call <see cref="Wake"/> after the commit.</returns>
    Task AddRangesAsync(LeadStudioDbContext db, string queue, IEnumerable<long> ids);

    /// <summary>Reads the oldest work of a queue without removing it.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="count">At most so many items.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The items, oldest first.</returns>
    Task<IReadOnlyList<WorkItem>> PeekAsync(string queue, int count, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a queue has no work, as the transaction that runs in <paramref name="db"/> sees it.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="queue">The queue's name.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Whether there is none, waiting or being done.</returns>
    Task<bool> IsEmptyAsync(LeadStudioDbContext db, string queue, CancellationToken cancellationToken = default);

    /// <summary>Removes work that is done, as part of the transaction that holds its results.</summary>
    /// <param name="db">The context of the results.</param>
    /// <param name="items">What is done.</param>
    /// <returns>A task that ends when the rows are removed.</returns>
    Task RemoveAsync(LeadStudioDbContext db, IReadOnlyList<WorkItem> items);

    /// <summary>Tells the queue's worker that there is work; call it after the commit.</summary>
    /// <param name="queue">The queue's name.</param>
    void Wake(string queue);

    /// <summary>Waits for the next <see cref="Wake"/>, or for <paramref name="patience"/>, whichever comes first.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends with the wait.</returns>
    Task WaitAsync(string queue, TimeSpan patience, CancellationToken cancellationToken = default);
}

/// <summary>A range of ids for which something is to be done.</summary>
public sealed class WorkItem
{
    /// <summary>Gets the place in the queue.</summary>
    public long Id { get; init; }

    /// <summary>Gets the queue's name.</summary>
    public required string Queue { get; init; }

    /// <summary>Gets the first id.</summary>
    public long FromId { get; init; }

    /// <summary>Gets or sets the last id, included.</summary>
    public long ToId { get; set; }
}
