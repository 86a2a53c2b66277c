using System.Globalization;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Past;

internal sealed class EfLeadPast(IDatabase database, IFieldCatalog fields) : ILeadPast
{
    public async Task<LeadPast> GetAsync(long id, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return await database.ReadAsync(
            async db => new LeadPast(await MergesAsync(db, id, cancellationToken), await WithdrawnAsync(db, catalog, id, cancellationToken)),
            cancellationToken);
    }

    // An act names its two leads in its argument: the one that goes, a space, and the one that stays.
    private static async Task<IReadOnlyList<PastMerge>> MergesAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken)
    {
        var (goes, stays) = (string.Create(CultureInfo.InvariantCulture, $"{id} "), string.Create(CultureInfo.InvariantCulture, $" {id}"));
        var acts = await db.Set<LeadAct>().AsNoTracking()
            .Where(act => act.Kind == ActKind.Merge && act.Changed > 0 && (act.Argument.StartsWith(goes) || act.Argument.EndsWith(stays)))
            .OrderBy(act => act.Id)
            .ToListAsync(cancellationToken);
        return [.. acts.Select(act => (Act: act, Gone: MergePiece.GoneOf(act), Into: MergePiece.IntoOf(act)))
            .Select(act => act.Into == id ? new PastMerge(act.Act, act.Gone, act.Act.Selection, IsInto: true) : new PastMerge(act.Act, act.Into, act.Act.ArgumentText, IsInto: false))];
    }

    private static async Task<IReadOnlyList<WithdrawnObservation>> WithdrawnAsync(LeadStudioDbContext db, FieldCatalog catalog, long id, CancellationToken cancellationToken)
    {
        var said = new List<Observation>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await LeadReader.ReadObservationsAsync(db, catalog, string.Create(CultureInfo.InvariantCulture, $"= {id}"), (_, one) => said.Add(one), cancellationToken);
        said.RemoveAll(one => one.Status != ObservationStatus.Withdrawn);
        var (imports, acts) = (said.Select(one => one.ImportId ?? 0).ToHashSet(), said.Select(one => one.ActId ?? 0).ToHashSet());
        var jobs = await db.Set<ImportJob>().AsNoTracking().Where(job => imports.Contains(job.Id) && job.UndoAt != null).ToDictionaryAsync(job => job.Id, cancellationToken);
        var changes = await db.Set<LeadAct>().AsNoTracking().Where(act => acts.Contains(act.Id) && act.UndoAt != null).ToDictionaryAsync(act => act.Id, cancellationToken);
        return [.. said.Select(one => new WithdrawnObservation(one, jobs.GetValueOrDefault(one.ImportId ?? 0), changes.GetValueOrDefault(one.ActId ?? 0)))];
    }
}
