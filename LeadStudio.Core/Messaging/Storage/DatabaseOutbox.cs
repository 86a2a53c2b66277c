using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Messaging.Storage;

internal sealed class DatabaseOutbox(IDatabase database, TimeProvider time) : IOutbox
{
    // PostgreSQL gives numbers before the commit: without the lock a reader could pass over one that is committed later.
    private const long Lock = 7301;

    public async Task AddAsync(LeadStudioDbContext db, string topic, string data)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Sql($"select pg_advisory_xact_lock({Lock})").RunAsync();
        }

        await db.Sql(
            "insert into outbox (topic, at, data) values (@topic, @at, @data)",
            ("topic", topic),
            ("at", UtcMicroseconds.From(time.GetUtcNow())),
            ("data", data)).RunAsync();
    }

    public Task<IReadOnlyList<OutboxEntry>> ReadAsync(long after, IReadOnlyCollection<string> topics, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<OutboxEntry>>(
            async db => await db.Set<OutboxEntry>()
                .Where(entry => entry.Id > after && topics.Contains(entry.Topic))
                .OrderBy(entry => entry.Id)
                .Take(count)
                .ToListAsync(cancellationToken),
            cancellationToken);

    public Task<(long First, long Last)> BoundsAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db => (
                await db.Set<OutboxEntry>().MinAsync(entry => (long?)entry.Id, cancellationToken) ?? 0,
                await db.Set<OutboxEntry>().MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0),
            cancellationToken);

    public async Task<int> PruneAsync(long before, long olderThan, CancellationToken cancellationToken = default)
    {
        var (first, last) = await BoundsAsync(cancellationToken);
        var end = Math.Min(before, last);
        return end <= first
            ? 0
            : await database.WriteAsync(
                db => db.Set<OutboxEntry>().Where(entry => entry.Id < end && entry.At < olderThan).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
    }
}

internal sealed class OutboxEntryConfiguration : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> builder) => builder.ToTable("outbox");
}
