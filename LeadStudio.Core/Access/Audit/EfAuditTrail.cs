using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Access.Audit;

internal sealed class EfAuditTrail(IDatabase database, TimeProvider time) : IAuditTrail
{
    public Task AddAsync(Deed deed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deed);
        return database.WriteAsync(
            db =>
            {
                deed.AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, long? before, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync<IReadOnlyList<AuditEntry>>(
            async db => await Among(db.Set<AuditEntry>(), query, before).OrderByDescending(entry => entry.Id).Take(limit).ToListAsync(cancellationToken),
            cancellationToken);
    }

    private static IQueryable<AuditEntry> Among(IQueryable<AuditEntry> entries, AuditQuery query, long? before)
    {
        if (before is { } last)
        {
            entries = entries.Where(entry => entry.Id < last);
        }

        if (query.Kind is { Length: > 0 } kind)
        {
            entries = entries.Where(entry => entry.Action.StartsWith(kind + "."));
        }

        if (query.SubjectId is { Length: > 0 } subject)
        {
            entries = entries.Where(entry => entry.SubjectId == subject);
        }

        if (query.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (query.To is { } to)
        {
            entries = entries.Where(entry => entry.At < to);
        }

        foreach (var word in query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the letters, by its own rules.
            var lower = word.ToLowerInvariant();
            entries = entries.Where(entry => entry.Actor.ToLower().Contains(lower) || entry.Subject.ToLower().Contains(lower) || entry.Action.Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return entries;
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.SubjectId);
    }
}
