using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Fields;

/// <summary>Registers the page of the fields.</summary>
public static class FieldsServiceCollectionExtensions
{
    /// <summary>Adds the page's line in the side bar.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddFieldsFeature(this IServiceCollection services) =>
        services.AddNavEntry(new NavEntry(NavGroup.Leads, Order: 50, "Fields", "/fields", "list_alt", Scopes.WriteFields, Key: 'f'));
}
