namespace LeadStudio.Core.Leads.Past;

/// <summary>Tells what happened to a lead beyond what counts today: merges, and what was taken back.</summary>
public interface ILeadPast
{
    /// <summary>Reads it.</summary>
    /// <param name="id">The lead; nothing is told of one that does not exist.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The past.</returns>
    Task<LeadPast> GetAsync(long id, CancellationToken cancellationToken = default);
}
