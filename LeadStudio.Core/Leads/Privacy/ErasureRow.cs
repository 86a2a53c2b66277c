using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>That a person was erased; holds nothing by which to know them.</summary>
internal sealed class ErasureRow
{
    public long Id { get; init; }

    public long LeadId { get; init; }

    public long At { get; init; }

    public required string By { get; init; }

    // A JSON array of the changes: when, by whom, of which fields; each value replaced by a mark.
    public required string Trail { get; init; }
}

internal sealed class ErasureRowConfiguration : IEntityTypeConfiguration<ErasureRow>
{
    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("erasures");
        builder.HasIndex(row => row.LeadId);
    }
}
