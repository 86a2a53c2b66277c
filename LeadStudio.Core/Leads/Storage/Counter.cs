using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The greatest id given out so far, per table that is written in bulk. Ids are never given twice.</summary>
internal sealed class Counter
{
    public required string Name { get; init; }

    public long Value { get; init; }
}

internal sealed class CounterConfiguration : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("counters");
        builder.HasKey(counter => counter.Name);
        builder.HasData(new Counter { Name = "leads" }, new Counter { Name = "companies" });
    }
}
