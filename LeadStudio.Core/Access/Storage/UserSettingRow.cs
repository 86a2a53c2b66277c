using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Access.Storage;

/// <summary>One setting of one user.</summary>
internal sealed class UserSettingRow
{
    public required string UserName { get; init; }

    public required string Key { get; init; }

    public required string Value { get; set; }
}

internal sealed class UserSettingConfiguration : IEntityTypeConfiguration<UserSettingRow>
{
    public void Configure(EntityTypeBuilder<UserSettingRow> builder)
    {
        builder.ToTable("user_settings");
        builder.HasKey(setting => new { setting.UserName, setting.Key });
    }
}
