using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class ObservationRowConfiguration : IEntityTypeConfiguration<ObservationRow>
{
    public void Configure(EntityTypeBuilder<ObservationRow> builder)
    {
        builder.ToTable("observations");
        builder.HasKey(observation => new { observation.LeadId, observation.Sequence });
        builder.Property(observation => observation.Sequence).ValueGeneratedNever();
        builder.Property(observation => observation.LeadId).ValueGeneratedNever();
        builder.Property(observation => observation.By);
        builder.Property(observation => observation.Status).HasDefaultValue(0L); // whatever was said before there was a status, counts
    }
}
