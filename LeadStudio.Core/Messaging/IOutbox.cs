using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Messaging;

/// <summary>What happened, in the order in which it was committed. Feeds and webhooks read on from where they stopped, also after a restart.</summary>
/// <remarks>
/// Whoever changes something adds an entry in the same transaction: one for all that the transaction changed, so that an import of a million
/// rows adds some hundred entries. Numbers are never given twice, and a lesser one never appears after a greater one was read.
/// </remarks>
public interface IOutbox
{
    /// <summary>Adds an entry as part of the transaction that runs in <paramref name="db"/>. On PostgreSQL others who add wait for its end.</summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="topic">What kind of thing happened; the slice that owns it names it.</param>
    /// <param name="data">What happened, as the topic's owner writes it.</param>
    /// <returns>A task that ends when the entry is written.</returns>
    Task AddAsync(LeadStudioDbContext db, string topic, string data);

    /// <summary>Reads entries.</summary>
    /// <param name="after">Those with greater numbers.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The entries, oldest first.</returns>
    Task<IReadOnlyList<OutboxEntry>> ReadAsync(long after, IReadOnlyCollection<string> topics, int count, CancellationToken cancellationToken = default);

    /// <summary>Tells which entries there are.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The numbers of the oldest and the newest; 0 where there are none yet.</returns>
    Task<(long First, long Last)> BoundsAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes old entries; the newest stays, so that numbers go on.</summary>
    /// <param name="before">Those with lesser numbers.</param>
    /// <param name="olderThan">Those from before this time, in UTC microseconds.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    /// <returns>How many were removed.</returns>
    Task<int> PruneAsync(long before, long olderThan, CancellationToken cancellationToken = default);
}

/// <summary>Something that happened.</summary>
public sealed class OutboxEntry
{
    /// <summary>Gets its number in the order of commits.</summary>
    public long Id { get; init; }

    /// <summary>Gets what kind of thing happened.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets when, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets what happened, as the topic's owner writes it.</summary>
    public required string Data { get; init; }
}
