using LeadStudio.Core.Leads.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class CompanyConfiguration :
    IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<CompanyField>, IEntityTypeConfiguration<CompanyObservationRow>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.HasIndex(company => company.Domain).IsUnique();
        builder.HasIndex(company => company.ExternalKey).IsUnique();
        builder.HasIndex(company => company.NameKey);
        builder.Property(company => company.LeadCount).HasDefaultValue(0L); // who adds companies in bulk does not name it
        builder.HasIndex(company => new { company.LeadCount, company.Id });
        builder.HasIndex(company => new { company.BestScore, company.Id });
        builder.HasIndex(company => company.MergedInto).HasFilter("merged_into is not null");
    }

    public void Configure(EntityTypeBuilder<CompanyField> builder)
    {
        builder.ToTable("company_fields");
        builder.Property(field => field.Id).ValueGeneratedNever();
        builder.HasIndex(field => field.Key).IsUnique();
        builder.Property(field => field.Type).HasConversion<string>();
        builder.HasData(CompanyFields.Standard);
    }

    public void Configure(EntityTypeBuilder<CompanyObservationRow> builder)
    {
        builder.ToTable("company_observations");
        builder.HasKey(observation => new { observation.CompanyId, observation.Sequence });
        builder.Property(observation => observation.CompanyId).ValueGeneratedNever();
        builder.Property(observation => observation.Sequence).ValueGeneratedNever();
        builder.Property(observation => observation.Kind).HasConversion<string>();
        builder.HasIndex(observation => observation.ImportId);
    }
}
