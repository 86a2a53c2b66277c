using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Scoring.Storage;

internal sealed class ScoringConfiguration :
    IEntityTypeConfiguration<ScorecardVersion>, IEntityTypeConfiguration<ScorecardDraft>, IEntityTypeConfiguration<ScoreFeedback>
{
    public void Configure(EntityTypeBuilder<ScorecardVersion> builder)
    {
        builder.ToTable("scorecards");
        builder.HasKey(card => card.Version);
        builder.Property(card => card.Version).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ScorecardDraft> builder)
    {
        builder.ToTable("scorecard_draft");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ScoreFeedback> builder)
    {
        builder.ToTable("score_feedback");
        builder.Property(feedback => feedback.Direction).HasConversion<string>();
        builder.HasIndex(feedback => feedback.LeadId);
    }
}
