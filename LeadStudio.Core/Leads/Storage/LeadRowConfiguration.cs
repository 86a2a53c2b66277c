using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class LeadRowConfiguration : IEntityTypeConfiguration<LeadRow>
{
    public void Configure(EntityTypeBuilder<LeadRow> builder)
    {
        builder.ToTable("leads");
        builder.Property(lead => lead.Id).ValueGeneratedNever();
        builder.HasIndex(lead => lead.EmailKey).IsUnique();
        builder.HasIndex(lead => lead.ExternalKey).IsUnique();
        builder.HasIndex(lead => lead.CompanyId);
        for (var slot = 0; slot < LeadRow.Slots; slot++)
        {
            builder.Property<string?>($"T{slot}");
            builder.Property<double?>($"N{slot}");
        }

        for (var slot = 0; slot < LeadRow.Slots; slot++)
        {
            builder.Property<string?>($"F{slot}");
        }
    }
}
