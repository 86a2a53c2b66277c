using LeadStudio.Layout.Palette;

namespace LeadStudio.Layout;

/// <summary>Registers what the frame of the pages needs.</summary>
public static class LayoutServiceCollectionExtensions
{
    /// <summary>Adds what the command palette offers on every page.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLeadStudioLayout(this IServiceCollection services) =>
        services.AddScoped<NavEntries>().AddScoped<IPaletteSource, PagePalette>().AddScoped<IPaletteSource, ActionPalette>();
}
