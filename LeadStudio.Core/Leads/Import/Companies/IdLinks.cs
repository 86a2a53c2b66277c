using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Finds the leads that are at a company only because of an id that a file gave it, and moves them to where they would be without.</summary>
/// <remarks>
/// That is the company of their domain, or of their name where they have no domain: as <see cref="CompanyLinker"/> finds it. Where there is none they
/// stay, since they would have made a company of this id themselves. A lead that names both the id and the domain or name of its company makes the
/// id that company's, whatever a file says.
/// </remarks>
internal static class IdLinks
{
    /// <summary>Moves them.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="catalog">The fields of leads.</param>
    /// <param name="ids">The companies that a file is taken back from.</param>
    /// <param name="said">What others say of them.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when the leads are moved.</returns>
    public static async Task MoveAsync(LeadStudioDbContext db, FieldCatalog catalog, List<long> ids, ILookup<long, Observation> said, CancellationToken cancellationToken)
    {
        var linked = await LoadAsync(db, catalog, ids, said, cancellationToken);
        var domains = linked.Select(lead => lead.Domain).OfType<string>().Distinct().ToList();
        var names = linked.Where(lead => lead.Domain is null).Select(lead => lead.NameKey).OfType<string>().Distinct().ToList();
        var found = linked.Count == 0 ? [] : await db.Set<Company>().AsNoTracking()
            .Where(company => domains.Contains(company.Domain!) || (names.Contains(company.NameKey) && company.ExternalKey == null))
            .OrderBy(company => company.Id)
            .ToListAsync(cancellationToken);
        foreach (var (lead, company, domain, name) in linked)
        {
            var other = domain is not null ? found.Find(known => known.Domain == domain) : found.Find(known => known.NameKey == name && known.ExternalKey is null);
            if (other is not null && other.Id != company)
            {
                await db.Sql("update leads set company_id = @company where id = @id", ("company", other.Id), ("id", lead)).RunAsync(cancellationToken);
            }
        }
    }

    // Leads that name neither a domain nor a company are at one by its id or at none; they are not among these.
    private static async Task<List<Linked>> LoadAsync(LeadStudioDbContext db, FieldCatalog catalog, List<long> ids, ILookup<long, Observation> said, CancellationToken cancellationToken)
    {
        var companies = await db.Set<Company>().AsNoTracking().Where(company => ids.Contains(company.Id) && company.ExternalKey != null).ToListAsync(cancellationToken);
        var (name, domain, external) =
            (catalog[StandardFields.Company].ComparedColumn, catalog[StandardFields.Domain].Column, catalog[StandardFields.CompanyExternalId].ComparedColumn);
        var rows = await db.Sql(
            $"""
            select l.id, l.company_id, l.{domain}, l.{name} from leads l join companies c on c.id = l.company_id
            where l.company_id in ({string.Join(',', ids)}) and l.{external} = c.external_key and (l.{domain} is not null or l.{name} is not null) order by l.id
            """).ListAsync(reader => new Linked(reader.GetInt64(0), reader.GetInt64(1), reader.TextOrNull(2)?.ToLowerInvariant(), reader.TextOrNull(3)), cancellationToken);
        var byCompany = rows.ToLookup(row => row.Company);
        return [.. companies
            .Where(company => !IsSaid(said[company.Id], company.ExternalKey!) && !byCompany[company.Id].Any(lead => lead.Domain is null ? lead.NameKey == company.NameKey : lead.Domain == company.Domain))
            .SelectMany(company => byCompany[company.Id])];
    }

    private static bool IsSaid(IEnumerable<Observation> said, string key) =>
        CompanyRecorder.Winners(said).TryGetValue(CompanyFields.ExternalIdId, out var id) && id.Text is { } text && Folding.Fold(text) == key;

    private sealed record Linked(long Lead, long Company, string? Domain, string? NameKey);
}
