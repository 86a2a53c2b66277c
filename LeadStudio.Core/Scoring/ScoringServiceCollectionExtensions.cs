using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring.Storage;
using LeadStudio.Core.Scoring.Suggestion;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Scoring;

/// <summary>Registers the Scoring slice.</summary>
public static class ScoringServiceCollectionExtensions
{
    /// <summary>Adds scorecards and the worker that scores what changes.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddScoring(this IServiceCollection services) =>
        services
            .AddSingleton<IScorecards, EfScorecards>()
            .AddSingleton<LiveScorecards>()
            .AddSingleton<IFieldUses, ScorecardFieldUses>()
            .AddSingleton<ILeadTouches, FeedbackTouches>()
            .AddSingleton(new LeadTable("score_feedback", IsByPeople: true))
            .AddSingleton<IScoreBackfill, ScoreBackfill>()
            .AddSingleton<IScoreExplainer, ScoreExplainer>()
            .AddSingleton<IScoreFeedbacks, ScoreFeedbacks>()
            .AddSingleton<IPersonalData, FeedbackPersonalData>()
            .AddSingleton<IScoreReasons, ScoreReasons>()
            .AddSingleton<IScorecardSuggester, ScorecardSuggester>()
            .AddSingleton<IScorecardPreview, ScorecardPreviewer>()
            .AddSingleton<LeadScorer>()
            .AddSingleton<ILeadScorer>(provider => provider.GetRequiredService<LeadScorer>())
            .AddSingleton<ScorePass>()
            .AddHostedService<ScoreWorker>();
}
