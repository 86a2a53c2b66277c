using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads;

/// <summary>Reads what leads show, without who said it: much less than <see cref="ILeadStore.GetAsync"/> reads.</summary>
public interface ILeadSnapshots
{
    /// <summary>Reads a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The lead, or <see cref="LeadNotFound"/>.</returns>
    Task<Result<LeadSnapshot>> GetAsync(long id, CancellationToken cancellationToken = default);
}
