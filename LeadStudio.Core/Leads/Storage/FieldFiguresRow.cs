using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The table <c>field_figures</c>: what the last count of all fields found, in one row.</summary>
internal sealed class FieldFiguresRow
{
    public long Id { get; init; } = 1;

    public long AsOf { get; set; }

    // A JSON list of FieldFigures.
    public required string Figures { get; set; }
}

internal sealed class FieldFiguresConfiguration : IEntityTypeConfiguration<FieldFiguresRow>
{
    public void Configure(EntityTypeBuilder<FieldFiguresRow> builder)
    {
        builder.ToTable("field_figures");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
