using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Scoring;

/// <summary>Works out which scores leads had before LeadStudio scored them.</summary>
public interface IScoreBackfill
{
    /// <summary>Scores all leads by the published scorecard as of each week past, from what was known then, and adds what changed to their history.</summary>
    /// <param name="weeks">How many weeks to go back; by default a quarter of a year.</param>
    /// <param name="cancellationToken">Stops between two chunks of leads.</param>
    /// <returns>A task that ends when the history is stored. Running it twice changes nothing more.</returns>
    Task RunAsync(int weeks = 13, CancellationToken cancellationToken = default);
}

internal sealed class ScoreBackfill(IDatabase database, LiveScorecards scorecards, IStandingWriter writer, TimeProvider time) : IScoreBackfill
{
    private const int ChunkSize = 500;

    public async Task RunAsync(int weeks = 13, CancellationToken cancellationToken = default)
    {
        var live = await scorecards.GetAsync(cancellationToken);
        var last = await database.ReadAsync(db => db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken), cancellationToken);
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var instants = Enumerable.Range(1, weeks).Select(week => now - (week * 7 * UtcMicroseconds.PerDay)).Reverse().ToList();
        for (var first = 1L; first <= last; first += ChunkSize)
        {
            var ids = Enumerable.Range(0, ChunkSize).Select(offset => first + offset).ToList();
            var leads = await database.ReadAsync(db => LeadReader.LoadAsync(db, live.Source.Fields, ids, cancellationToken), cancellationToken);
            var entries = leads.Values.SelectMany(lead => Past(live, lead, instants)).ToList();
            await database.WriteAsync(
                async db =>
                {
                    await writer.WriteHistoryAsync(db, entries);
                    return true;
                },
                cancellationToken);
        }
    }

    private static IEnumerable<ScoreHistoryEntry> Past(LiveScorecard live, LeadState lead, IReadOnlyList<long> instants)
    {
        var facts = new LeadFacts(live.Source.Facts);
        ScoreHistoryEntry? before = null;
        foreach (var instant in instants)
        {
            var known = lead.Observations.Where(observation => Origin.At(observation) <= instant).ToList();
            if (known.Count == 0)
            {
                continue;
            }

            live.Source.Fill(facts, Profile(live.Source.Fields, known));
            var score = live.Compiled.Score(facts, instant);
            if (before is null || before.Score != score.Score || before.BandCode != score.Band.Code)
            {
                before = new() { LeadId = lead.Id, At = instant, Score = score.Score, BandCode = score.Band.Code, Version = live.Published.Version };
                yield return before;
            }
        }
    }

    private static Dictionary<int, FieldValue> Profile(FieldCatalog fields, IReadOnlyList<Observation> known) =>
        known.SelectMany(observation => observation.Values.Keys)
            .Distinct()
            .ToDictionary(field => field, field => ProfileReplay.Winner(fields[field], known)!.Values[field]);
}
