using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedViewRow>
{
    public void Configure(EntityTypeBuilder<SavedViewRow> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(view => view.Scope).HasConversion<string>();
        builder.HasIndex(view => view.Owner);
    }
}
