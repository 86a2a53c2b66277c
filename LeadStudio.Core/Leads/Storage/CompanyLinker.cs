using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Links leads to the companies that they work for: by the company's id, else by domain, else by name.</summary>
internal static class CompanyLinker
{
    public static async Task LinkAsync(
        LeadStudioDbContext db, ObservationBatch batch, IReadOnlyList<LeadState> touched, CancellationToken cancellationToken)
    {
        var (name, domain, id) =
            (batch.Catalog[StandardFields.Company].Id, batch.Catalog[StandardFields.Domain].Id, batch.Catalog[StandardFields.CompanyExternalId].Id);
        var wanted = touched
            .Where(lead => lead.HasChangedIn(name) || lead.HasChangedIn(domain) || lead.HasChangedIn(id))
            .Select(lead => (Lead: lead, Name: lead.Value(name).Text, Domain: lead.Value(domain).Text?.ToLowerInvariant(), ExternalId: lead.Value(id).Text))
            .ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var (byExternal, byDomain, byName) = await LoadAsync(
            db, wanted.Select(w => w.ExternalId), wanted.Select(w => w.Domain), wanted.Select(w => w.Name), cancellationToken);
        var added = new List<Company>();
        foreach (var (lead, companyName, companyDomain, externalId) in wanted)
        {
            var key = companyName is null ? null : Folding.Fold(companyName);
            var externalKey = externalId is null ? null : Folding.Fold(externalId);
            var company = externalKey is not null && byExternal.TryGetValue(externalKey, out var same) ? same
                : companyDomain is not null ? byDomain.GetValueOrDefault(companyDomain)
                : key is not null && byName.TryGetValue(key, out var named) && (externalKey is null || named.ExternalKey is null) ? named : null;
            if (company is null && (companyDomain ?? key) is not null)
            {
                company = new Company
                {
                    Id = -added.Count - 1L,
                    Name = companyName ?? companyDomain!,
                    NameKey = key ?? companyDomain!,
                    Domain = companyDomain,
                    ExternalId = externalId,
                    ExternalKey = externalKey,
                    CreatedAt = batch.LearnedAt,
                    ImportId = batch.ImportId,
                };
                added.Add(company);
                byName.TryAdd(company.NameKey, company);
                if (companyDomain is not null)
                {
                    byDomain.Add(companyDomain, company);
                }

                if (externalKey is not null)
                {
                    byExternal.Add(externalKey, company);
                }
            }

            lead.CompanyId = company?.Id;
        }

        await InsertAsync(db, added, wanted.Select(w => w.Lead), cancellationToken);
    }

    private static async Task<(Dictionary<string, Company> ByExternal, Dictionary<string, Company> ByDomain, Dictionary<string, Company> ByName)> LoadAsync(
        LeadStudioDbContext db, IEnumerable<string?> ids, IEnumerable<string?> domains, IEnumerable<string?> names, CancellationToken cancellationToken)
    {
        var idSet = ids.OfType<string>().Distinct().Select(Folding.Fold).Distinct().ToList();
        var domainSet = domains.OfType<string>().Distinct().ToList();
        var nameSet = names.OfType<string>().Distinct().Select(Folding.Fold).Distinct().ToList();
        var found = await db.Set<Company>().AsNoTracking()
            .Where(company => domainSet.Contains(company.Domain!) || nameSet.Contains(company.NameKey) || idSet.Contains(company.ExternalKey!))
            .OrderBy(company => company.Id)
            .ToListAsync(cancellationToken);
        var byName = new Dictionary<string, Company>(StringComparer.Ordinal);
        foreach (var company in found)
        {
            byName.TryAdd(company.NameKey, company);
        }

        return (
            found.Where(company => company.ExternalKey is not null).ToDictionary(company => company.ExternalKey!, StringComparer.Ordinal),
            found.Where(company => company.Domain is not null).ToDictionary(company => company.Domain!, StringComparer.Ordinal),
            byName);
    }

    // New companies carry negative ids until now, so that only those that are needed take a number.
    private static async Task InsertAsync(LeadStudioDbContext db, List<Company> added, IEnumerable<LeadState> leads, CancellationToken cancellationToken)
    {
        if (added.Count == 0)
        {
            return;
        }

        var last = await db.Sql(
            "update counters set value = value + @count where name = 'companies' returning value", ("count", (long)added.Count)).NumberAsync(cancellationToken);
        var first = last - added.Count + 1;
        await using (var rows = await BulkInsert.OpenAsync(db, "companies", ["id", "name", "name_key", "domain", "external_id", "external_key", "created_at", "import_id"]))
        {
            for (var i = 0; i < added.Count; i++)
            {
                rows.Write(first + i);
                rows.Write(added[i].Name);
                rows.Write(added[i].NameKey);
                rows.Write(added[i].Domain);
                rows.Write(added[i].ExternalId);
                rows.Write(added[i].ExternalKey);
                rows.Write(added[i].CreatedAt);
                rows.WriteOptional(added[i].ImportId);
                rows.EndRow();
            }

            await rows.CompleteAsync();
        }

        foreach (var lead in leads.Where(lead => lead.CompanyId < 0))
        {
            lead.CompanyId = first - lead.CompanyId - 1;
        }
    }
}
