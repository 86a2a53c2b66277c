using LeadStudio.Core.Leads.Companies;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Companies;

/// <summary>Counts of companies only the leads that the user sees.</summary>
/// <param name="companies">The companies.</param>
/// <param name="sight">Says which leads that are.</param>
/// <param name="me">The user.</param>
public sealed class SeenCompanies(ICompanyStore companies, LeadSight sight, CurrentUser me)
{
    /// <summary>Gets a value indicating whether the user sees some leads only: then companies cannot be sorted by the counts that all have in common.</summary>
    public bool IsLimited => sight.IsLimited(me.Principal);

    /// <summary>Lists companies: where the user does not see all leads, those with a lead that the user sees come first.</summary>
    /// <param name="query">Which, and in which order.</param>
    /// <param name="first">The place of the first, from 0.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The companies, with the number and the best score of the leads that the user sees.</returns>
    public async Task<IReadOnlyList<CompanyRow>> ListAsync(CompanyQuery query, long first, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limit = await sight.LimitAsync(me.Principal, cancellationToken);
        return await OfAsync(await companies.ListAsync(query with { First = limit }, first, count, cancellationToken), cancellationToken);
    }

    /// <summary>Counts the leads of a company.</summary>
    /// <param name="company">The company.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>How many of them the user sees.</returns>
    public async Task<long> CountAsync(CompanyDetails company, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(company);
        return IsLimited ? (await SeenAsync([company.Company.Id], cancellationToken)).Count() : company.Leads;
    }

    /// <summary>Chooses the leads that the user sees.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those of them, in the same order.</returns>
    public async Task<IEnumerable<CompanyLead>> OfAsync(IReadOnlyList<CompanyLead> leads, CancellationToken cancellationToken)
    {
        var seen = (await sight.SeenAsync(me.Principal, [.. leads.Select(lead => lead.Id)], cancellationToken)).ToHashSet();
        return leads.Where(lead => seen.Contains(lead.Id));
    }

    /// <summary>Counts the leads of rows anew, where the user does not see all.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The same companies, with the number and the best score of the leads that the user sees.</returns>
    public async Task<IReadOnlyList<CompanyRow>> OfAsync(IReadOnlyList<CompanyRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!IsLimited)
        {
            return rows;
        }

        var theirs = (await SeenAsync([.. rows.Select(row => row.Id)], cancellationToken)).ToLookup(member => member.CompanyId, member => member.Score);
        return [.. rows.Select(row => row with { Leads = theirs[row.Id].Count(), BestScore = theirs[row.Id].Max() })];
    }

    private async Task<IEnumerable<CompanyMember>> SeenAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var members = await companies.MembersAsync(ids, cancellationToken);
        var seen = (await sight.SeenAsync(me.Principal, [.. members.Select(member => member.LeadId)], cancellationToken)).ToHashSet();
        return members.Where(member => seen.Contains(member.LeadId));
    }
}
