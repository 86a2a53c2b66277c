using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Import;

/// <summary>Registers the import.</summary>
public static class ImportServiceCollectionExtensions
{
    /// <summary>Adds the page's line in the side bar, and the worker that runs imports.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddImportFeature(this IServiceCollection services) =>
        services
            .AddHostedService<ImportWorker>()
            .AddNavEntry(new NavEntry(NavGroup.Leads, Order: 40, "Import", "/import", "upload_file", Scopes.Import, Key: 'i'));
}
