using LeadStudio.Core.Leads.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class StandingConfiguration : IEntityTypeConfiguration<Standing>, IEntityTypeConfiguration<ScoreHistoryEntry>
{
    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.ToTable("lead_standings");
        builder.HasKey(standing => standing.LeadId);
        builder.Property(standing => standing.LeadId).ValueGeneratedNever();
        builder.HasIndex(standing => new { standing.IsOpen, standing.Score, standing.LeadId });
        builder.HasIndex(standing => standing.NextChangeAt).HasFilter("next_change_at is not null");
    }

    public void Configure(EntityTypeBuilder<ScoreHistoryEntry> builder)
    {
        builder.ToTable("score_history");
        builder.HasKey(entry => new { entry.LeadId, entry.At });
    }
}
