using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Finds the companies of leads that meet a condition.</summary>
/// <remarks>By an index that has the company beside the value: of a million leads, 450,000 that match take 0.3 s, without it five times as long.</remarks>
internal sealed class CompanyMatches(IDatabase database, IFieldCatalog fields, ListIndexes indexes, SetCache cache, TimeProvider time)
{
    /// <summary>Finds them; what changed in the last second may be overlooked, on another server in the last five.</summary>
    /// <param name="condition">What a lead must meet, open or closed.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The ids, with those of companies that were merged, and of those that stand for them.</returns>
    public async Task<long[]> FindAsync(Condition condition, CancellationToken cancellationToken)
    {
        var view = new ListView(
            new LeadQuery { Filter = condition, Scope = LeadScope.All }, await fields.GetAsync(cancellationToken), new SqlDialect(database.Kind), UtcMicroseconds.From(time.GetUtcNow()));
        return await database.ReadAsync(
            async db =>
            {
                await indexes.MissingAsync(db, IndexesOf(view), cancellationToken); // where one is missing, it is being built now
                var own = await cache.GetAsync(("companies", view.Catalog.Version, condition), () => ReadAsync(db, view, cancellationToken));
                var merged = await db.Set<Company>().Where(company => company.MergedInto != null).Select(company => new { company.Id, company.GroupId }).ToListAsync(cancellationToken);
                return (long[])[.. own.List(), .. merged.Where(company => own.Contains(company.Id)).Select(company => company.GroupId!.Value)];
            },
            cancellationToken);
    }

    private static IEnumerable<ListIndex> IndexesOf(ListView view) =>
        view.Filter!.Fields().Select(view.Columns.Find).OfType<ListColumn>().Where(column => column.Table == ListTable.Leads).Select(column => ListIndex.ForCompanies(column, view.Dialect));

    // Neither database reads the standings where the condition does not name them.
    private static async Task<IdSet> ReadAsync(LeadStudioDbContext db, ListView view, CancellationToken cancellationToken)
    {
        IdScan.Prepare(db);
        var parameters = new SqlParameters();
        var where = view.Sql.Write(view.Filter!, parameters);
        var companies = new IdSet();
        await IdScan.RunAsync(
            db,
            $"select l.company_id from leads l left join lead_standings s on s.lead_id = l.id where l.company_id is not null and {where}",
            parameters,
            id =>
            {
                companies.Add(id);
                return true;
            },
            cancellationToken);
        return companies;
    }
}
