using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Scoring;

/// <summary>Registers the scoring page.</summary>
public static class ScoringServiceCollectionExtensions
{
    /// <summary>Adds the page's line in the side bar.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddScoringFeature(this IServiceCollection services) =>
        services.AddNavEntry(new NavEntry(NavGroup.Scoring, Order: 10, "Scoring", "/scoring", "tune", Scopes.WriteScoring, Key: 's'));
}
