using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Access.KeyRing;

internal sealed class EfKeyRing(IDbContextFactory<LeadStudioDbContext> contexts) : IKeyRing
{
    public IReadOnlyList<string> List()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<KeyRingRow>().OrderBy(row => row.Id).Select(row => row.Xml)];
    }

    public void Add(string name, string xml)
    {
        using var db = contexts.CreateDbContext();
        db.Add(new KeyRingRow { Name = name, Xml = xml });
        db.SaveChanges();
    }
}

/// <summary>A key of the key ring.</summary>
internal sealed class KeyRingRow
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class KeyRingConfiguration : IEntityTypeConfiguration<KeyRingRow>
{
    public void Configure(EntityTypeBuilder<KeyRingRow> builder) => builder.ToTable("key_ring");
}
