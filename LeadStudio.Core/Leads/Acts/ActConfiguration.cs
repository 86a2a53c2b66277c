using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Acts;

internal sealed class ActConfiguration :
    IEntityTypeConfiguration<LeadAct>, IEntityTypeConfiguration<ActSelection>, IEntityTypeConfiguration<ActedLead>, IEntityTypeConfiguration<TrashRow>,
    IEntityTypeConfiguration<LeadMerge>
{
    public void Configure(EntityTypeBuilder<LeadAct> builder)
    {
        builder.ToTable("acts");
        builder.Ignore(act => act.Done);
        builder.Property(act => act.Kind).HasConversion<string>();
        builder.Property(act => act.State).HasConversion<string>();
        builder.HasIndex(act => act.State);
    }

    public void Configure(EntityTypeBuilder<ActSelection> builder)
    {
        builder.ToTable("act_selections");
        builder.HasKey(selection => selection.ActId);
        builder.Property(selection => selection.ActId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ActedLead> builder)
    {
        builder.ToTable("act_leads");
        builder.HasKey(lead => new { lead.ActId, lead.LeadId });
    }

    public void Configure(EntityTypeBuilder<TrashRow> builder)
    {
        builder.ToTable("trash");
        builder.HasKey(row => new { row.ActId, row.LeadId });
        builder.HasIndex(row => row.LeadId);
        builder.HasIndex(row => row.EmailKey);
        builder.HasIndex(row => row.ExternalKey);
    }

    public void Configure(EntityTypeBuilder<LeadMerge> builder)
    {
        builder.ToTable("lead_merges");
        builder.HasKey(merge => merge.ActId);
        builder.Property(merge => merge.ActId).ValueGeneratedNever();
        builder.HasIndex(merge => merge.LeadId).IsUnique();
        builder.HasIndex(merge => merge.IntoId);
        builder.HasIndex(merge => merge.EmailKey);
        builder.HasIndex(merge => merge.ExternalKey);
    }
}
