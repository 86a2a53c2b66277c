using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The table <c>company_observations</c>, one row an act, clustered by company.</summary>
internal sealed class CompanyObservationRow
{
    public long CompanyId { get; init; }

    public long Sequence { get; init; }

    public ObservationKind Kind { get; init; }

    public int SourceId { get; init; }

    // The person, where a person did it.
    public string? By { get; init; }

    public long? ImportId { get; init; }

    public long? Line { get; init; }

    public long? TrueAt { get; init; }

    public long LearnedAt { get; init; }

    // A JSON object: field id to text, number or null.
    public required string FieldValues { get; init; }
}
