using LeadStudio.Core.Access;
using LeadStudio.Layout;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Companies;

/// <summary>Registers the pages of the companies.</summary>
public static class CompaniesServiceCollectionExtensions
{
    /// <summary>Adds the page's line in the side bar, and what the command palette finds.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddCompaniesFeature(this IServiceCollection services) =>
        services
            .AddScoped<SeenCompanies>()
            .AddScoped<IPaletteSource, CompanyPalette>()
            .AddNavEntry(new NavEntry(NavGroup.Leads, Order: 20, "Companies", "/companies", "apartment", Scopes.ReadLeads, Key: 'c'));
}
