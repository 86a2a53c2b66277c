using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.KeyRing;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Core.Access.Storage;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Access;

/// <summary>Registers the Access slice.</summary>
public static class AccessServiceCollectionExtensions
{
    private const int FewestCharacters = 12;
    private const int MostWrongPasswords = 5;
    private static readonly TimeSpan s_lockedFor = TimeSpan.FromMinutes(10);

    /// <summary>Adds users, API keys, the audit trail and what is kept of users.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
            {
                // Length is what makes a password strong; rules of kinds of characters make people write it down.
                options.Password.RequiredLength = FewestCharacters;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = MostWrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = s_lockedFor;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = ""; // an address is checked as one
            })
            .AddUserStore<UserStore>();
        return services
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LeadStudioDbContext>>().CreateDbContext())
            .AddSingleton<IUsers, Users.Users>()
            .AddSingleton<IApiKeys, EfApiKeys>()
            .AddSingleton<IAuditTrail, EfAuditTrail>()
            .AddSingleton<IKeyRing, EfKeyRing>()
            .AddSingleton<IUserSettings, EfUserSettings>();
    }
}
