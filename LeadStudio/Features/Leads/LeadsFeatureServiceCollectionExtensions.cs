using LeadStudio.Core.Access;
using LeadStudio.Features.Leads.Bulk;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.Detail;
using LeadStudio.Features.Leads.Palette;
using LeadStudio.Features.Leads.Views;
using LeadStudio.Layout;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Leads;

/// <summary>Registers the pages of leads.</summary>
public static class LeadsFeatureServiceCollectionExtensions
{
    /// <summary>Adds the list of leads and the page of one.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLeadsFeature(this IServiceCollection services) =>
        services
            .AddNavEntry(new NavEntry(NavGroup.Leads, Order: 10, "Hot leads", "/leads", "local_fire_department", Scopes.ReadLeads, Key: 'l', IsStart: true))
            .AddScoped<LeadEdits>()
            .AddScoped<BulkEdits>()
            .AddScoped<ViewEdits>()
            .AddScoped<LayoutMemory>()
            .AddSingleton<UsualColumns>()
            .AddScoped<IPaletteSource, LeadPalette>()
            .AddScoped<IPaletteSource, ViewPalette>()
            .AddScoped<IPaletteSource, ChangesPalette>();
}
