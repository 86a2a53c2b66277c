using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>Fills an empty database with a year of leads of "Northlight", a made-up company that sells a tool to plan projects.</summary>
public interface IDemoData
{
    /// <summary>Tells whether there is no lead at all, so that demo data may be loaded.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Whether the database holds no lead.</returns>
    ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken = default);

    /// <summary>Loads the demo data: all of it or, where it is stopped, nothing.</summary>
    /// <param name="progress">Is told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The number of leads made, or <see cref="LeadsPresent"/>.</returns>
    Task<Result<int>> LoadAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default);
}
