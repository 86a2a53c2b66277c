using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Learns from closed leads which rules would have told the won from the lost.</summary>
public interface IScorecardSuggester
{
    /// <summary>Looks at the closed leads.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>What they say, or <see cref="TooFewOutcomes"/>.</returns>
    Task<Result<ScorecardSuggestion>> SuggestAsync(CancellationToken cancellationToken = default);

    /// <summary>Says whether there are enough closed leads to look at.</summary>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>What is missing; null where nothing is.</returns>
    Task<TooFewOutcomes?> MissingAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a scorecard of chosen rules: their points are fitted together, so that rules that say the same share them.</summary>
    /// <param name="suggestion">What the closed leads said.</param>
    /// <param name="rules">The chosen rules of it.</param>
    /// <returns>The scorecard, or <see cref="NothingToScoreBy"/>.</returns>
    Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules);
}

internal sealed class ScorecardSuggester(IDatabase database, IFactSources sources) : IScorecardSuggester
{
    private const int LeastOfEach = 20;

    public async Task<Result<ScorecardSuggestion>> SuggestAsync(CancellationToken cancellationToken = default)
    {
        var source = await sources.GetAsync(cancellationToken);
        var (where, leads) = await database.ReadAsync(
            async db =>
            {
                var sample = await ClosedLeads.ChooseAsync(db, cancellationToken);
                return (sample, await ClosedLeads.ReadAsync(db, source, sample, cancellationToken));
            },
            cancellationToken);
        var result = Suggest(source.Facts, leads);
        if (!result.IsSuccess)
        {
            return result;
        }

        var spellings = new Spellings(source.Facts, result.Value);
        await database.ReadAsync(
            async db =>
            {
                await ClosedLeads.CountAsync(db, source, where, spellings, cancellationToken);
                return true;
            },
            cancellationToken);
        return spellings.Spell(result.Value);
    }

    public Task<TooFewOutcomes?> MissingAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            // Where there are enough, a look at the first of them tells.
            async Task<int> CountAsync(int outcome, int most) =>
                (int)await db.Sql($"select count(*) from (select 1 from leads where outcome = {outcome} limit {most}) x").NumberAsync(cancellationToken);
            return Missing(await CountAsync(StandardFields.Won, LeastOfEach), await CountAsync(StandardFields.Lost, LeastOfEach)) is null
                ? null
                : Missing(await CountAsync(StandardFields.Won, int.MaxValue), await CountAsync(StandardFields.Lost, int.MaxValue));
        },
        cancellationToken);

    public Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(rules);
        return CardFitter.Fit([.. rules], suggestion.Outcomes) is { } card ? card : new NothingToScoreBy();
    }

    internal static Result<ScorecardSuggestion> Suggest(FactCatalog catalog, ClosedLeads leads)
    {
        var won = leads.Won;
        var wins = won.Count(isWon => isWon);
        if (Missing(wins, won.Length - wins) is { } missing)
        {
            return missing;
        }

        var scout = new FieldScout(catalog, leads.Table, won, new SourceStrata(leads.Sources, won));
        var fields = catalog.Facts.Select(scout.Look).OfType<FieldSignal>().OrderByDescending(field => field.Auc).ToList();
        return new ScorecardSuggestion(wins, won.Length - wins, fields) { Outcomes = won };
    }

    private static TooFewOutcomes? Missing(int won, int lost) => won < LeastOfEach || lost < LeastOfEach ? new(won, lost, LeastOfEach) : null;
}
