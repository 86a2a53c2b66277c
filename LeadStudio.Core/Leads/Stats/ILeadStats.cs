namespace LeadStudio.Core.Leads.Stats;

/// <summary>Counts all leads.</summary>
public interface ILeadStats
{
    /// <summary>Counts.</summary>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The counts, as of one moment.</returns>
    Task<LeadCounts> CountAsync(CancellationToken cancellationToken = default);
}

/// <summary>How many leads there are.</summary>
/// <param name="Total">All.</param>
/// <param name="Open">Those that are neither won nor lost.</param>
/// <param name="Won">Those that were won.</param>
/// <param name="Lost">Those that were lost.</param>
/// <param name="ByBand">By band, A1 to C3; leads that are not scored yet have none.</param>
/// <param name="ByStage">By stage in the sales process.</param>
/// <param name="BySource">By the source that their system names.</param>
public sealed record LeadCounts(
    long Total, long Open, long Won, long Lost, IReadOnlyList<ValueCount> ByBand, IReadOnlyList<ValueCount> ByStage, IReadOnlyList<ValueCount> BySource);

/// <summary>How many leads have a value.</summary>
/// <param name="Value">The value; null for those that have none.</param>
/// <param name="Leads">How many they are.</param>
public sealed record ValueCount(string? Value, long Leads);
