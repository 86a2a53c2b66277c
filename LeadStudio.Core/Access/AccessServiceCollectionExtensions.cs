using LeadStudio.Core.Access.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Access;

/// <summary>Registers the Access slice.</summary>
public static class AccessServiceCollectionExtensions
{
    /// <summary>Adds what is kept of users.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<IUserSettings, EfUserSettings>();
}
