namespace LeadStudio.Core.Access.Audit;

/// <summary>What people and keys did. Nothing in it changes, but for the marks of erasures.</summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry that belongs to no other write, such as a sign-in.</summary>
    /// <param name="deed">What was done.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task AddAsync(Deed deed, CancellationToken cancellationToken = default);

    /// <summary>Lists entries.</summary>
    /// <param name="query">Which.</param>
    /// <param name="before">Only entries with lesser numbers; null begins at the newest.</param>
    /// <param name="limit">At most how many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The entries, newest first.</returns>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, long? before, int limit, CancellationToken cancellationToken = default);
}

/// <summary>Which entries of the audit trail are asked for; what is null or empty does not narrow.</summary>
/// <param name="Text">Words that the actor, the subject or the action contain.</param>
/// <param name="Kind">The kind of thing, such as <c>user</c>.</param>
/// <param name="SubjectId">What it was done to.</param>
/// <param name="From">At this time or later, in UTC microseconds.</param>
/// <param name="To">Before this time, in UTC microseconds.</param>
public sealed record AuditQuery(string Text = "", string? Kind = null, string? SubjectId = null, long? From = null, long? To = null);
