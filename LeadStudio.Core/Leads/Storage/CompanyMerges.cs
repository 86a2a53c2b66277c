using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Lets companies stand for others: by a mark on the other one, which can be taken away again.</summary>
internal static class CompanyMerges
{
    public static async Task<Result<long>> MergeAsync(LeadStudioDbContext db, long id, long into, string by, long at, CancellationToken cancellationToken)
    {
        var company = await db.Set<Company>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var target = await db.Set<Company>().SingleOrDefaultAsync(row => row.Id == into, cancellationToken);
        if (company is null || target is null)
        {
            return new CompanyNotFound(company is null ? id : into);
        }

        var root = target.GroupId ?? target.Id;
        if (company.MergedInto is not null || root == company.Id)
        {
            return new CompanyRefused($"{company.Name} is merged already, or is the same company. Open it again and look.");
        }

        (company.MergedInto, company.MergedBy, company.MergedAt) = (root, by, at);
        await SetRootAsync(db, company, root, cancellationToken);
        return root;
    }

    public static async Task<Result<long>> PartAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken)
    {
        var company = await db.Set<Company>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (company?.MergedInto is null)
        {
            return new CompanyNotFound(id);
        }

        (company.MergedInto, company.MergedBy, company.MergedAt) = (null, null, null);
        await SetRootAsync(db, company, null, cancellationToken);
        return id;
    }

    // Those that were merged into it before go with it.
    private static async Task SetRootAsync(LeadStudioDbContext db, Company company, long? root, CancellationToken cancellationToken)
    {
        company.GroupId = root;
        var waiting = new Queue<long>([company.Id]);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var below in await db.Set<Company>().AsTracking().Where(row => row.MergedInto == id).ToListAsync(cancellationToken))
            {
                below.GroupId = root ?? company.Id;
                waiting.Enqueue(below.Id);
            }
        }
    }
}
