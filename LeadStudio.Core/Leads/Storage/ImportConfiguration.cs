using LeadStudio.Core.Leads.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportJob>, IEntityTypeConfiguration<ImportReject>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("imports");
        builder.Property(import => import.Status).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<ImportReject> builder)
    {
        builder.ToTable("import_rejects");
        builder.HasKey(reject => new { reject.ImportId, reject.Line });
    }
}
