using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class LeadSnapshots(IDatabase database, IFieldCatalog fields) : ILeadSnapshots
{
    public async Task<Result<LeadSnapshot>> GetAsync(long id, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var found = await database.ReadAsync(db => ReadAsync(db, catalog, [id], cancellationToken), cancellationToken);
        return found.TryGetValue(id, out var lead) ? lead : new LeadNotFound(id);
    }

    /// <summary>Reads leads as part of a transaction.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that exist, by id.</returns>
    public static async Task<Dictionary<long, LeadSnapshot>> ReadAsync(
        LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var profiles = await LeadReader.LoadProfilesAsync(db, catalog, ids, cancellationToken);
        var standings = profiles.Count == 0 ? [] : (await db.Sql(
            $"select lead_id, score, band_code, parts, rule_mask, version, is_open, scored_at, changed_at, next_change_at from lead_standings where lead_id in ({string.Join(',', ids)})")
            .ListAsync(Read, cancellationToken)).ToDictionary(standing => standing.LeadId);
        return profiles.Values.ToDictionary(lead => lead.Id, lead => new LeadSnapshot(lead.Id, catalog, lead.Profile, standings.GetValueOrDefault(lead.Id)));
    }

    private static Standing Read(System.Data.Common.DbDataReader row) => new()
    {
        LeadId = row.GetInt64(0),
        Score = row.GetInt64(1),
        BandCode = row.GetInt64(2),
        Parts = row.GetString(3),
        RuleMask = row.GetString(4),
        Version = row.GetInt64(5),
        IsOpen = row.GetInt64(6),
        ScoredAt = row.GetInt64(7),
        ChangedAt = row.GetInt64(8),
        NextChangeAt = row.LongOrNull(9),
    };
}
