using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Operations;

/// <summary>Registers the page of operations.</summary>
public static class OperationsServiceCollectionExtensions
{
    /// <summary>Adds the page's line in the side bar.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddOperationsFeature(this IServiceCollection services) =>
        services.AddNavEntry(new NavEntry(NavGroup.Operations, Order: 10, "Operations", "/operations", "dns", Scopes.Admin, Key: 'o'));
}
