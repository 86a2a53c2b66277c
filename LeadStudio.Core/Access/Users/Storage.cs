using LeadStudio.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Access.Users;

/// <summary>Where Identity keeps users: the store of its own for EF Core.</summary>
internal sealed class UserStore(LeadStudioDbContext db, IdentityErrorDescriber errors) : UserOnlyStore<User, LeadStudioDbContext, long>(db, errors);

/// <summary>That a user is in a team.</summary>
internal sealed class UserTeamRow
{
    public long UserId { get; init; }

    public User User { get; init; } = null!;

    public required string Team { get; init; }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Ignore(user => user.Actor);
        builder.Ignore(user => user.MayManage);
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.NormalizedEmail);
        builder.HasIndex(user => user.NormalizedDisplayName).IsUnique();
        builder.HasMany<IdentityUserClaim<long>>().WithOne().HasForeignKey(claim => claim.UserId);
        builder.HasMany<IdentityUserLogin<long>>().WithOne().HasForeignKey(login => login.UserId);
        builder.HasMany<IdentityUserToken<long>>().WithOne().HasForeignKey(token => token.UserId);
    }
}

internal sealed class UserTeamConfiguration : IEntityTypeConfiguration<UserTeamRow>
{
    public void Configure(EntityTypeBuilder<UserTeamRow> builder)
    {
        builder.ToTable("user_teams");
        builder.HasKey(row => new { row.UserId, row.Team });
        builder.HasOne(row => row.User).WithMany().HasForeignKey(row => row.UserId);
    }
}

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) => builder.ToTable("user_claims");
}

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("user_logins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("user_tokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
    }
}
