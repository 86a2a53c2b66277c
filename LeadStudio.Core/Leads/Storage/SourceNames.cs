using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Finds sources by their names, and adds those that are new.</summary>
internal static class SourceNames
{
    private const int UsualPriority = 100;

    /// <summary>Gives the source of a name, as part of a transaction.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="name">The name, in any case.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The source's id.</returns>
    public static async Task<int> IdOfAsync(LeadStudioDbContext db, string name, CancellationToken cancellationToken)
    {
        var known = await db.Set<Source>().AsNoTracking().ToListAsync(cancellationToken);
        if (known.Find(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same.Id;
        }

        var source = new Source { Id = known.Max(other => other.Id) + 1, Name = name, Priority = UsualPriority };
        db.Add(source);
        await db.SaveChangesAsync(cancellationToken);
        return source.Id;
    }
}
