using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Scoring;

/// <summary>The published scorecard, compiled for the facts as they are now.</summary>
internal sealed class LiveScorecard(PublishedScorecard published, LeadFactSource source)
{
    private Ledger? _ledger;

    public PublishedScorecard Published => published;

    public LeadFactSource Source => source;

    public CompiledScorecard Compiled { get; } = CompiledScorecard.Compile(published.Card, source.Facts);

    public Ledger Ledger => _ledger ??= new(Compiled);

    /// <summary>Gets the keys of the facts that the rules ask for.</summary>
    public IReadOnlySet<string> Keys { get; } =
        published.Card.Rules().SelectMany(rule => rule.Rule.Condition.Fields()).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Keeps the compiled scorecard until the scorecard, a field or an option changes.</summary>
internal sealed class LiveScorecards(IScorecards scorecards, IFactSources facts)
{
    private LiveScorecard? _live;

    public async ValueTask<LiveScorecard> GetAsync(CancellationToken cancellationToken = default)
    {
        var published = await scorecards.GetPublishedAsync(cancellationToken);
        var source = await facts.GetAsync(cancellationToken);
        var live = _live;
        if (live is null || live.Published.Version != published.Version || !ReferenceEquals(live.Source, source))
        {
            _live = live = new(published, source);
        }

        return live;
    }
}
