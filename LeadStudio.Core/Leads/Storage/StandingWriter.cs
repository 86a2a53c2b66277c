using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class StandingWriter : IStandingWriter
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

        var before = await LoadAsync(db, standings, cancellationToken);
        var changes = new List<StandingChange>();
        var ended = new List<(long Lead, Known Before)>();
        await using (var rows = await BulkInsert.OpenUpsertAsync(db, "lead_standings", s_columns))
        {
            foreach (var standing in standings)
            {
                Known? known = before.TryGetValue(standing.LeadId, out var found) ? found : null;
                var isChanged = known is not { } old || old.Score != standing.Score || old.BandCode != standing.BandCode;
                Write(rows, standing, isChanged ? standing.ScoredAt : known!.Value.ChangedAt);
                if (!isChanged)
                {
                    continue;
                }

                changes.Add(new(standing.LeadId, (int?)known?.Score, (int)standing.Score));
                if (known is { } past)
                {
                    ended.Add((standing.LeadId, past));
                }
            }

            await rows.CompleteAsync();
        }

        await WriteHistoryAsync(db, ended);
        return changes;
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
        var (from, to) = (standings.Min(standing => standing.LeadId), standings.Max(standing => standing.LeadId));
        var where = to - from < standings.Count * 4L
            ? $"between {from} and {to}"
            : $"in ({string.Join(',', standings.Select(standing => standing.LeadId))})";
        var known = await db.Sql($"select lead_id, score, band_code, changed_at, version from lead_standings where lead_id {where}").ListAsync(
            reader => (Lead: reader.GetInt64(0), Known: new Known(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4))),
            cancellationToken);
        return known.ToDictionary(pair => pair.Lead, pair => pair.Known);
    }

    private static async Task WriteHistoryAsync(LeadStudioDbContext db, List<(long Lead, Known Before)> ended)
    {
        if (ended.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenUpsertAsync(db, "score_history", ["lead_id", "at", "score", "band_code", "version"], keys: 2);
        foreach (var (lead, before) in ended)
        {
            rows.Write(lead);
            rows.Write(before.ChangedAt);
            rows.Write(before.Score);
            rows.Write(before.BandCode);
            rows.Write(before.Version);
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }

    private readonly record struct Known(long Score, long BandCode, long ChangedAt, long Version);
}
