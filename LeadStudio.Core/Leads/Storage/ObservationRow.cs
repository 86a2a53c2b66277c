namespace LeadStudio.Core.Leads.Storage;

/// <summary>The table <c>observations</c>, one row an act, clustered by lead.</summary>
internal sealed class ObservationRow
{
    public long LeadId { get; init; }

    public long Sequence { get; init; }

    public long Kind { get; init; }

    public long SourceId { get; init; }

    // The person, where a person did it.
    public string? By { get; init; }

    public long? ImportId { get; init; }

    public long? ActId { get; init; }

    public long? Line { get; init; }

    public long? TrueAt { get; init; }

    public long LearnedAt { get; init; }

    public double Confidence { get; init; }

    public long Locked { get; init; }

    // An ObservationStatus.
    public long Status { get; init; }

    // A JSON object: field id to text, number or null.
    public required string FieldValues { get; init; }
}
