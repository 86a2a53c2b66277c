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

    /// <summary>Makes a scorecard of chosen rules: their points are fitted together, so that rules that say the same share them.</summary>
    /// <param name="suggestion">What the closed leads said.</param>
    /// <param name="rules">The chosen rules of it.</param>
    /// <returns>The scorecard, or <see cref="NothingToScoreBy"/>.</returns>
    Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules);
}

internal sealed class ScorecardSuggester(IDatabase database, IFactSources sources) : IScorecardSuggester
{
    private const int LeastOfEach = 20;

    // So many closed leads say all that more of them would.
    private const int Sample = 50_000;

    public async Task<Result<ScorecardSuggestion>> SuggestAsync(CancellationToken cancellationToken = default)
    {
        var source = await sources.GetAsync(cancellationToken);
        var builder = new FactTableBuilder(source.Facts);
        var outcomes = new List<bool>();
        await database.ReadAsync(
            async db =>
            {
                var closed = await db.Sql("select count(*) from leads where outcome is not null").NumberAsync(cancellationToken);
                var stride = Math.Max(1, closed / Sample);
                await FactReader.ReadAsync(
                    db,
                    source,
                    keys: null,
                    stride == 1 ? "outcome is not null" : $"outcome is not null and id % {stride} = 0",
                    (_, outcome, facts) =>
                    {
                        builder.Add(facts);
                        outcomes.Add(outcome == StandardFields.Won);
                    },
                    cancellationToken);
                return true;
            },
            cancellationToken);
        return Suggest(source.Facts, builder.Build(), [.. outcomes]);
    }

    public Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(rules);
        return CardFitter.Fit([.. rules], suggestion.Outcomes) is { } card ? card : new NothingToScoreBy();
    }

    internal static Result<ScorecardSuggestion> Suggest(FactCatalog catalog, FactTable table, bool[] won)
    {
        var wins = won.Count(isWon => isWon);
        if (wins < LeastOfEach || won.Length - wins < LeastOfEach)
        {
            return new TooFewOutcomes(wins, won.Length - wins, LeastOfEach);
        }

        var scout = new FieldScout(catalog, table, won);
        var fields = catalog.Facts.Select(scout.Look).OfType<FieldSignal>().OrderByDescending(field => field.Auc).ToList();
        return new ScorecardSuggestion(wins, won.Length - wins, fields) { Outcomes = won };
    }
}
