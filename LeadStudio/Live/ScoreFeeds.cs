namespace LeadStudio.Live;

/// <summary>Registers the live feeds of scores.</summary>
internal static class ScoreFeeds
{
    public static IServiceCollection AddScoreFeeds(this IServiceCollection services) => services
        .AddSingleton<ScoreChanges>()
        .AddSingleton<HubScoreStream>()
        .AddHostedService<ScoreReader>()
        .AddHostedService<ScoresFeed>();
}
