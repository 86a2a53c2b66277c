using LeadStudio.Core.Leads.Observations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources");
        builder.HasIndex(source => source.Name).IsUnique();
        builder.HasData(
            new Source { Id = Source.People, Name = "People", Priority = 0 },
            new Source { Id = Source.Files, Name = Source.FilesName, Priority = 100 },
            new Source { Id = Source.Demo, Name = "Demo data", Priority = 200 });
    }
}
