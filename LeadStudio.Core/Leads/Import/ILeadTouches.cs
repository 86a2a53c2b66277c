using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What people did with leads in higher slices, asked before a lead that only an import knows vanishes with it.</summary>
public interface ILeadTouches
{
    /// <summary>Lists the leads with which people did something that must not be lost.</summary>
    /// <param name="db">The context of the read or of the transaction.</param>
    /// <param name="from">The first lead's id.</param>
    /// <param name="to">The last lead's id, included.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyCollection<long>> AmongAsync(LeadStudioDbContext db, long from, long to, CancellationToken cancellationToken = default);
}
