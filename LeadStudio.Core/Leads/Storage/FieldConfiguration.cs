using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class FieldConfiguration : IEntityTypeConfiguration<Field>, IEntityTypeConfiguration<FieldOption>
{
    public void Configure(EntityTypeBuilder<Field> builder)
    {
        builder.ToTable("fields");
        builder.Property(field => field.Id).ValueGeneratedNever();
        builder.HasIndex(field => field.Key).IsUnique();
        builder.Property(field => field.Type).HasConversion<string>();
        builder.Property(field => field.Policy).HasConversion<string>();
        builder.Property(field => field.DateOrder).HasConversion<string>().HasDefaultValue(DateOrder.DayFirst);
        builder.Property(field => field.DecimalMark).HasConversion<string>().HasDefaultValue(DecimalMark.Point);
        builder.HasData(StandardFields.All);
    }

    public void Configure(EntityTypeBuilder<FieldOption> builder)
    {
        builder.ToTable("field_options");
        builder.HasKey(option => new { option.FieldId, option.Code });
        builder.HasIndex(option => new { option.FieldId, option.Folded }).IsUnique();
        builder.HasData(StandardFields.Options);
    }
}
