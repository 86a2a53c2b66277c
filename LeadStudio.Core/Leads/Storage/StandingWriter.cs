using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class StandingWriter(LeadJournal journal) : IStandingWriter
{
    private static readonly string[] s_columns =
    [
        "lead_id", "score", "band_code", "parts", "rule_mask", "version", "is_open", "scored_at", "changed_at", "next_change_at",
    ];

    public async Task<IReadOnlyList<StandingChange>> WriteAsync(
        LeadStudioDbContext db, IReadOnlyList<Standing> standings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(standings);
        if (standings.Count == 0)
        {
            return [];
        }

        if (db.Database.IsNpgsql())
        {
            await db.Sql($"select pg_advisory_xact_lock_shared({WriterLocks.Standings})").RunAsync(cancellationToken);
        }

        var before = await LoadAsync(db, standings, cancellationToken);
        standings = await ThereAsync(db, standings, before, cancellationToken);
        var moved = new List<Standing>();
        var still = new List<Standing>();
        foreach (var standing in standings)
        {
            var isStill = before.TryGetValue(standing.LeadId, out var known) && known.IsSameAs(standing);
            (isStill ? still : moved).Add(standing);
        }

        await WriteStillAsync(db, still);
        await WriteMovedAsync(db, moved, before);
        var changed = moved.FindAll(standing => !before.TryGetValue(standing.LeadId, out var known) || !known.HasScoreOf(standing));
        await WriteHistoryAsync(db, [.. changed.Where(standing => before.ContainsKey(standing.LeadId)).Select(standing => before[standing.LeadId].ToHistory(standing.LeadId))]);
        await journal.AddAsync(
            db, changed.Select(standing => new ScoreStep(standing.LeadId, before.TryGetValue(standing.LeadId, out var known) ? (int)known.Score : null, (int)standing.Score, Band.FromCode(standing.BandCode))));
        return [.. changed.Select(standing => new StandingChange(
            standing.LeadId, before.TryGetValue(standing.LeadId, out var known) ? (int)known.Score : null, (int)standing.Score))];
    }

    public async Task WriteHistoryAsync(LeadStudioDbContext db, IReadOnlyCollection<ScoreHistoryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenUpsertAsync(db, "score_history", ["lead_id", "at", "score", "band_code", "version"], keys: 2);
        foreach (var entry in entries)
        {
            rows.Write(entry.LeadId);
            rows.Write(entry.At);
            rows.Write(entry.Score);
            rows.Write(entry.BandCode);
            rows.Write(entry.Version);
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    // What no index holds: of a million leads that are scored again most keep their score, and indexes cost more than rows.
    private static async Task WriteStillAsync(LeadStudioDbContext db, List<Standing> standings)
    {
        if (standings.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenUpdateAsync(db, "lead_standings", ["lead_id", "parts", "rule_mask", "version", "scored_at"]);
        foreach (var standing in standings)
        {
            rows.Write(standing.LeadId);
            rows.Write(standing.Parts);
            rows.Write(standing.RuleMask);
            rows.Write(standing.Version);
            rows.Write(standing.ScoredAt);
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    private static async Task WriteMovedAsync(LeadStudioDbContext db, List<Standing> standings, Dictionary<long, Known> before)
    {
        if (standings.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenUpsertAsync(db, "lead_standings", s_columns);
        foreach (var standing in standings)
        {
            var hasSameScore = before.TryGetValue(standing.LeadId, out var known) && known.HasScoreOf(standing);
            Write(rows, standing, hasSameScore ? known.ChangedAt : standing.ScoredAt);
        }

        await rows.CompleteAsync();
    }

    private static void Write(IRowWriter rows, Standing standing, long changedAt)
    {
        rows.Write(standing.LeadId);
        rows.Write(standing.Score);
        rows.Write(standing.BandCode);
        rows.Write(standing.Parts);
        rows.Write(standing.RuleMask);
        rows.Write(standing.Version);
        rows.Write(standing.IsOpen);
        rows.Write(standing.ScoredAt);
        rows.Write(changedAt);
        if (standing.NextChangeAt is { } next)
        {
            rows.Write(next);
        }
        else
        {
            rows.WriteNull();
        }

        rows.EndRow();
    }

    private static async Task<Dictionary<long, Known>> LoadAsync(
        LeadStudioDbContext db, IReadOnlyList<Standing> standings, CancellationToken cancellationToken)
    {
        var known = await db.Sql($"select lead_id, score, band_code, changed_at, version, is_open, next_change_at from lead_standings where lead_id {Among(standings)}").ListAsync(
            reader => (Lead: reader.GetInt64(0), Known: new Known(
                reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.LongOrNull(6))),
            cancellationToken);
        return known.ToDictionary(pair => pair.Lead, pair => pair.Known);
    }

    // A lead that was scored before is there: both go together. One that was not may have gone since its score was computed.
    private static async Task<IReadOnlyList<Standing>> ThereAsync(
        LeadStudioDbContext db, IReadOnlyList<Standing> standings, Dictionary<long, Known> before, CancellationToken cancellationToken)
    {
        var added = standings.Where(standing => !before.ContainsKey(standing.LeadId)).ToList();
        if (added.Count == 0)
        {
            return standings;
        }

        var there = (await db.Sql($"select id from leads where id {Among(added)}").ListAsync(reader => reader.GetInt64(0), cancellationToken)).ToHashSet();
        return there.Count >= added.Count && added.TrueForAll(standing => there.Contains(standing.LeadId))
            ? standings
            : [.. standings.Where(standing => before.ContainsKey(standing.LeadId) || there.Contains(standing.LeadId))];
    }

    private static string Among(IReadOnlyList<Standing> standings)
    {
        var (from, to) = (standings.Min(standing => standing.LeadId), standings.Max(standing => standing.LeadId));
        return to - from < standings.Count * 4L ? $"between {from} and {to}" : $"in ({string.Join(',', standings.Select(standing => standing.LeadId))})";
    }

    private readonly record struct Known(long Score, long BandCode, long ChangedAt, long Version, long IsOpen, long? NextChangeAt)
    {
        public bool HasScoreOf(Standing standing) => Score == standing.Score && BandCode == standing.BandCode;

        public ScoreHistoryEntry ToHistory(long lead) => new() { LeadId = lead, At = ChangedAt, Score = Score, BandCode = BandCode, Version = Version };

        public bool IsSameAs(Standing standing) => HasScoreOf(standing) && IsOpen == standing.IsOpen && NextChangeAt == standing.NextChangeAt;
    }
}
