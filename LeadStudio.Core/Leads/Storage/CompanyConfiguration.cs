using LeadStudio.Core.Leads.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.HasIndex(company => company.Domain).IsUnique();
        builder.HasIndex(company => company.NameKey);
    }
}
