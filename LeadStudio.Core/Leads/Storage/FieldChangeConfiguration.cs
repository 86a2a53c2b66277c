using LeadStudio.Core.Leads.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class FieldChangeConfiguration : IEntityTypeConfiguration<FieldChange>
{
    public void Configure(EntityTypeBuilder<FieldChange> builder)
    {
        builder.ToTable("field_changes");
        builder.Property(change => change.Kind).HasConversion<string>();
        builder.HasIndex(change => change.DoneAt);
    }
}
