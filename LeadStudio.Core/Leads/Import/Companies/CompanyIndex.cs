using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Finds the companies that some rows speak of, among those stored and those that the rows themselves made.</summary>
internal sealed class CompanyIndex
{
    private readonly Dictionary<string, Company> _byExternal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Company> _byDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Company>> _byName = new(StringComparer.Ordinal);

    /// <summary>Gets the companies that were found or made.</summary>
    public HashSet<Company> Companies { get; } = [];

    /// <summary>Loads the companies that may be meant.</summary>
    public static async Task<CompanyIndex> LoadAsync(LeadStudioDbContext db, IReadOnlyList<CompanyRow> rows, CancellationToken cancellationToken)
    {
        var domains = rows.Select(row => row.Domain).OfType<string>().Distinct().ToList();
        var externals = rows.Select(row => row.ExternalKey).OfType<string>().Distinct().ToList();
        var names = rows.Select(row => row.NameKey).OfType<string>().Distinct().ToList();
        var index = new CompanyIndex();
        foreach (var company in await db.Set<Company>().AsTracking()
            .Where(company => domains.Contains(company.Domain!) || externals.Contains(company.ExternalKey!) || names.Contains(company.NameKey))
            .OrderBy(company => company.Id)
            .ToListAsync(cancellationToken))
        {
            index.Note(company);
        }

        return index;
    }

    /// <summary>Finds a row's company: by id, else by domain, else by a name that neither of them contradicts.</summary>
    /// <returns>The company, or null for a new one; or why the row cannot be taken.</returns>
    public (Company? Company, RowProblem? Problem) Find(CompanyRow row)
    {
        var byExternal = row.ExternalKey is null ? null : _byExternal.GetValueOrDefault(row.ExternalKey);
        var byDomain = row.Domain is null ? null : _byDomain.GetValueOrDefault(row.Domain);
        if (byDomain is not null && byExternal is null && row.ExternalKey is not null && byDomain.ExternalKey is not null)
        {
            return (null, new("taken", $"{row.Domain} is the domain of {byDomain.Name}, which has another id. Correct the domain or the id."));
        }

        if (byDomain is not null && byExternal is not null && byDomain != byExternal)
        {
            return (null, new("conflict", $"The id belongs to {byExternal.Name}, and the domain to {byDomain.Name}. Correct one of the two, or merge the companies."));
        }

        return (byExternal ?? byDomain ?? ByName(row), null);
    }

    /// <summary>Notes by what a company is found from now on.</summary>
    public void Note(Company company)
    {
        Companies.Add(company);
        if (company.ExternalKey is not null)
        {
            _byExternal[company.ExternalKey] = company;
        }

        if (company.Domain is not null)
        {
            _byDomain[company.Domain] = company;
        }

        var named = _byName.TryGetValue(company.NameKey, out var list) ? list : _byName[company.NameKey] = [];
        if (!named.Contains(company))
        {
            named.Add(company);
        }
    }

    private Company? ByName(CompanyRow row) => row.NameKey is null ? null : _byName.GetValueOrDefault(row.NameKey)?.Find(company =>
        (company.Domain is null || row.Domain is null) && (company.ExternalKey is null || row.ExternalKey is null));
}
