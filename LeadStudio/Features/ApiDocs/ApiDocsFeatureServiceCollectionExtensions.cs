using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.ApiDocs;

/// <summary>Registers the page to read and try the API.</summary>
internal static class ApiDocsFeatureServiceCollectionExtensions
{
    public static IServiceCollection AddApiDocsFeature(this IServiceCollection services) => services
        .AddNavEntry(new NavEntry(NavGroup.Operations, Order: 35, "API reference", "/api-docs", "api", Scopes.Admin, Key: 'r'))
        .AddSingleton<IApiReference, ApiReference>();
}
