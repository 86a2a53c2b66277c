using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Takes imports of companies back: what they said goes, and with it the companies that nobody else knows.</summary>
internal sealed class CompanyImportUndo(IDatabase database, IFieldCatalog fields)
{
    // How many companies are written in one transaction: other writers wait for it.
    private const int PieceSize = 500;

    /// <summary>Counts what taking an import back would do.</summary>
    public async Task<UndoCounts> CountAsync(long import, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return await database.ReadAsync(
            async db =>
            {
                var all = await db.Sql("select count(distinct company_id) from company_observations where import_id = @import", ("import", import)).NumberAsync(cancellationToken);
                var removed = await db.Sql(
                    $"""
                    select count(*) from companies c where c.merged_into is null
                        and (c.import_id = @import or exists (select 1 from imports i where i.id = c.import_id and i.status = 'TakenBack'))
                        and exists (select 1 from company_observations o where o.company_id = c.id and o.import_id = @import)
                        and not exists (select 1 from company_observations o where o.company_id = c.id and coalesce(o.import_id, 0) <> @import)
                        and not exists (select 1 from leads l where l.company_id = c.id and {Named("l.", catalog)})
                        and not exists (select 1 from companies m where m.merged_into = c.id)
                    """,
                    ("import", import)).NumberAsync(cancellationToken);
                return new UndoCounts(removed, all - removed);
            },
            cancellationToken);
    }

    /// <summary>Takes one piece back.</summary>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> WritePieceAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads, WriterLocks.Companies], cancellationToken);

                var ids = await db.Sql(
                    $"select distinct company_id from company_observations where import_id = @import order by company_id limit {PieceSize}",
                    ("import", job.Id)).ListAsync(reader => reader.GetInt64(0), cancellationToken);
                if (ids.Count == 0)
                {
                    return false;
                }

                await db.Set<CompanyObservationRow>().Where(row => row.ImportId == job.Id && ids.Contains(row.CompanyId)).ExecuteDeleteAsync(cancellationToken);
                var removed = await SettleAsync(db, catalog, job.Id, ids, cancellationToken);
                await db.Sql(
                    "update imports set removed = removed + @removed, kept = kept + @kept where id = @id",
                    ("removed", (long)removed),
                    ("kept", (long)(ids.Count - removed)),
                    ("id", job.Id)).RunAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    // What nobody says of a company any more falls back to what LeadStudio finds in its leads, as if the file had never come.
    private static async Task<int> SettleAsync(LeadStudioDbContext db, FieldCatalog catalog, long import, List<long> ids, CancellationToken cancellationToken)
    {
        var said = await CompanyRecorder.LoadAsync(db, ids, cancellationToken);
        await IdLinks.MoveAsync(db, catalog, ids, said, cancellationToken);
        var leads = await LeadsAsync(db, catalog, ids, cancellationToken);
        var targets = (await db.Set<Company>().Where(row => ids.Contains(row.MergedInto!.Value)).Select(row => row.MergedInto!.Value).ToListAsync(cancellationToken)).ToHashSet();
        var gone = (await db.Set<ImportJob>().Where(job => job.Id == import || job.Status == ImportStatus.TakenBack).Select(job => job.Id).ToListAsync(cancellationToken)).ToHashSet();
        var (removed, nameless) = (0, new List<long>());
        foreach (var company in await db.Set<Company>().AsTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            var (others, own) = (said[company.Id].ToList(), leads[company.Id].ToList());
            if (company.ImportId is { } maker && gone.Contains(maker) && others.Count == 0 && own.Count == 0 && company.MergedInto is null && !targets.Contains(company.Id))
            {
                db.Remove(company);
                nameless.Add(company.Id);
                removed++;
                continue;
            }

            FallBack(company, others, own);
            if (company.ExternalKey is null)
            {
                nameless.Add(company.Id);
            }
        }

        await db.Sql($"update leads set company_id = null where company_id in ({string.Join(',', nameless.DefaultIfEmpty(0))}) and not {Named("", catalog)}").RunAsync(cancellationToken);
        return removed;
    }

    private static void FallBack(Company company, List<Observation> said, List<CompanyTraits> leads)
    {
        var winners = CompanyRecorder.Winners(said);
        var isKnownByLeads = leads.Count > 0;
        company.Domain = winners.TryGetValue(CompanyFields.DomainId, out var domain) ? domain.Text
            : isKnownByLeads && !leads.Exists(lead => lead.Domain == company.Domain) ? null : company.Domain;
        if (winners.TryGetValue(CompanyFields.ExternalIdId, out var id))
        {
            (company.ExternalId, company.ExternalKey) = (id.Text, id.Text is null ? null : Folding.Fold(id.Text));
        }
        else if (!leads.Exists(lead => lead.ExternalKey == company.ExternalKey))
        {
            (company.ExternalId, company.ExternalKey) = (null, null);
        }

        var name = winners.GetValueOrDefault(CompanyFields.NameId, FieldValue.Empty).Text
            ?? leads.Find(lead => lead.Name is not null)?.Name ?? (isKnownByLeads ? company.Domain : null) ?? company.Name;
        (company.Name, company.NameKey) = (name, Folding.Fold(name));
    }

    private static async Task<ILookup<long, CompanyTraits>> LeadsAsync(LeadStudioDbContext db, FieldCatalog catalog, List<long> ids, CancellationToken cancellationToken)
    {
        var columns = $"{catalog[StandardFields.Company].Column}, {catalog[StandardFields.Domain].Column}, {catalog[StandardFields.CompanyExternalId].ComparedColumn}";
        var found = await db.Sql($"select company_id, {columns} from leads where company_id in ({string.Join(',', ids)}) and {Named("", catalog)} order by company_id, id")
            .ListAsync(reader => (Id: reader.GetInt64(0), Traits: new CompanyTraits(reader.TextOrNull(1), reader.TextOrNull(2)?.ToLowerInvariant(), reader.TextOrNull(3))), cancellationToken);
        return found.ToLookup(lead => lead.Id, lead => lead.Traits);
    }

    // Such a lead would have a company of its own without the file.
    private static string Named(string table, FieldCatalog catalog) =>
        $"({table}{catalog[StandardFields.Company].Column} is not null or {table}{catalog[StandardFields.Domain].Column} is not null)";

    private sealed record CompanyTraits(string? Name, string? Domain, string? ExternalKey);
}
