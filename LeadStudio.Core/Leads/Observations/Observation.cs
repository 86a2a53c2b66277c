using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Observations;

/// <summary>What one source said of one lead in one act. Never changed, but for its status.</summary>
public sealed record Observation
{
    /// <summary>Gets the place among the lead's observations, in the order in which they were learned; 1 and up.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets by which way it came in.</summary>
    public ObservationKind Kind { get; init; }

    /// <summary>Gets the source.</summary>
    public int SourceId { get; init; }

    /// <summary>Gets the source's rank: the least wins where a field goes by source priority.</summary>
    public int SourcePriority { get; init; }

    /// <summary>Gets the name of the imported file, of the person, or of the source.</summary>
    public required string SourceName { get; init; }

    /// <summary>Gets the import that it came with, if it did.</summary>
    public long? ImportId { get; init; }

    /// <summary>Gets the act on many leads that it was part of, if it was.</summary>
    public long? ActId { get; init; }

    /// <summary>Gets how many leads that act was about; null where it was part of none.</summary>
    public long? ActLeads { get; init; }

    /// <summary>Gets the line in the imported file, from 1.</summary>
    public long? Line { get; init; }

    /// <summary>Gets when it was true at the source, in UTC microseconds; null where that is unknown.</summary>
    public long? TrueAt { get; init; }

    /// <summary>Gets when LeadStudio learned it, in UTC microseconds.</summary>
    public long LearnedAt { get; init; }

    /// <summary>Gets how sure the source is.</summary>
    /// <value>A ratio, 0 to 1. The default is 1.</value>
    public double Confidence { get; init; } = 1;

    /// <summary>Gets a value indicating whether a person locked these values against other sources.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Gets whether it has a say in the profile.</summary>
    /// <value>The default is <see cref="ObservationStatus.Counts"/>.</value>
    public ObservationStatus Status { get; init; }

    /// <summary>Gets the values by field id. An empty value says that there is none.</summary>
    public required IReadOnlyDictionary<int, FieldValue> Values { get; init; }
}
