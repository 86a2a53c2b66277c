using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>Loads the columns that the rules need, then scores them block by block.</summary>
internal sealed class ScorecardPreviewer(IDatabase database, IFactSources sources, IScorecards scorecards, ILeadStore leads, TimeProvider time) : IScorecardPreview
{
    private const int Block = 65_536;
    private const int BinWidth = 5;
    private const int MostMovers = 10;

    public async Task<Result<ScorecardPreview>> PreviewAsync(Scorecard draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var source = await sources.GetAsync(cancellationToken);
        if (Errors(draft, source) is { } errors)
        {
            return errors;
        }

        var published = (await scorecards.GetPublishedAsync(cancellationToken)).Card;
        var (ids, table) = await LoadAsync(source, [published, draft], cancellationToken);
        var before = Score(published, source, table, cancellationToken);
        var after = Score(draft, source, table, cancellationToken);
        var movers = new List<ScoreMover>();
        foreach (var row in Biggest(before, after))
        {
            var lead = await leads.GetAsync(ids[row], cancellationToken);
            movers.Add(new(ids[row], lead.Value?.DisplayName ?? $"Lead {ids[row]}", before.Scores[row], after.Scores[row]));
        }

        return Compare(before, after, movers);
    }

    public async Task<Result<RuleCounts>> CountAsync(Scorecard card, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        var source = await sources.GetAsync(cancellationToken);
        if (Errors(card, source) is { } errors)
        {
            return errors;
        }

        var (_, table) = await LoadAsync(source, [card], cancellationToken);
        var scores = Score(card, source, table, cancellationToken);
        var keys = card.Rules().Select(rule => rule.Rule.Key).ToArray();
        var counts = new int[keys.Length];
        for (var row = 0; row < scores.Rows; row++)
        {
            var mask = scores.Mask(row);
            for (var rule = 0; rule < counts.Length; rule++)
            {
                counts[rule] += mask[rule] ? 1 : 0;
            }
        }

        return new RuleCounts(scores.Rows, keys.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static ScorecardHasErrors? Errors(Scorecard card, LeadFactSource source)
    {
        var errors = new ScorecardValidator(source.Facts).Check(card).Where(problem => problem.Kind == ConditionProblemKind.Error).ToList();
        return errors.Count > 0 ? new(errors) : null;
    }

    private async Task<(List<long> Ids, FactTable Table)> LoadAsync(LeadFactSource source, Scorecard[] cards, CancellationToken cancellationToken)
    {
        var keys = cards.SelectMany(card => card.Rules()).SelectMany(rule => rule.Rule.Condition.Fields()).ToHashSet(StringComparer.Ordinal);
        var builder = new FactTableBuilder(source.Facts, [.. cards.SelectMany(card => ColumnScorer.SlotsOf(card, source.Facts)).Distinct()]);
        var ids = new List<long>();
        await database.ReadAsync(
            async db =>
            {
                await FactReader.ReadAsync(
                    db,
                    source,
                    keys,
                    "outcome is null",
                    (id, _, facts) =>
                    {
                        ids.Add(id);
                        builder.Add(facts);
                    },
                    cancellationToken);
                return true;
            },
            cancellationToken);
        return (ids, builder.Build());
    }

    private ColumnScores Score(Scorecard card, LeadFactSource source, FactTable table, CancellationToken cancellationToken)
    {
        var scorer = new ColumnScorer(card, source.Facts, table);
        var scores = new ColumnScores(table.Rows, card);
        var now = UtcMicroseconds.From(time.GetUtcNow());
        for (var first = 0; first < table.Rows; first += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scorer.Score(now, first, Math.Min(Block, table.Rows - first), scores);
        }

        return scores;
    }

    private static IEnumerable<int> Biggest(ColumnScores before, ColumnScores after) =>
        Enumerable.Range(0, before.Rows)
            .Where(row => before.Scores[row] != after.Scores[row])
            .OrderByDescending(row => Math.Abs(before.Scores[row] - after.Scores[row]))
            .ThenBy(row => row)
            .Take(MostMovers);

    private static ScorecardPreview Compare(ColumnScores before, ColumnScores after, List<ScoreMover> movers)
    {
        const int last = (ScorecardLimits.Score / BinWidth) - 1;
        var bins = new (int Before, int After)[last + 1];
        int changed = 0, bandChanged = 0, risen = 0, fallen = 0;
        for (var row = 0; row < before.Rows; row++)
        {
            var (was, becomes) = (before.Scores[row], after.Scores[row]);
            bins[Math.Min(last, was / BinWidth)].Before++;
            bins[Math.Min(last, becomes / BinWidth)].After++;
            changed += was != becomes ? 1 : 0;
            bandChanged += before.Band(row) != after.Band(row) ? 1 : 0;
            risen += was < ScorecardPreview.HotScore && becomes >= ScorecardPreview.HotScore ? 1 : 0;
            fallen += was >= ScorecardPreview.HotScore && becomes < ScorecardPreview.HotScore ? 1 : 0;
        }

        return new(
            before.Rows,
            [.. bins.Select((bin, index) => new ScoreBin(index * BinWidth, index == last ? ScorecardLimits.Score : ((index + 1) * BinWidth) - 1, bin.Before, bin.After))],
            changed,
            bandChanged,
            risen,
            fallen,
            movers);
    }
}
