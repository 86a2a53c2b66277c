using System.Collections.Frozen;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>Observations of one source that speak of the same fields: a chunk of a file, or one edit.</summary>
public sealed record ObservationBatch
{
    /// <summary>Gets by which way they came in.</summary>
    public required ObservationKind Kind { get; init; }

    /// <summary>Gets the source.</summary>
    public required int SourceId { get; init; }

    /// <summary>Gets the person, where a person did it.</summary>
    public string? By { get; init; }

    /// <summary>Gets the import that they came with, if they did.</summary>
    public long? ImportId { get; init; }

    /// <summary>Gets the act on many leads that they are part of, if they are.</summary>
    public long? ActId { get; init; }

    /// <summary>Gets when LeadStudio learned them, in UTC microseconds.</summary>
    public required long LearnedAt { get; init; }

    /// <summary>Gets a value indicating whether other sources shall not overwrite these values.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Gets the ids of the fields that an empty value clears; in others it says nothing.</summary>
    public IReadOnlySet<int> Clearing { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Gets what a row does with a lead that is there already.</summary>
    /// <value>The default is <see cref="KnownLeads.Update"/>.</value>
    public KnownLeads KnownLeads { get; init; }

    /// <summary>Gets a value indicating whether a row without e-mail address and external id makes a lead of its own; by default it is refused.</summary>
    public bool TakesUnidentified { get; init; }

    /// <summary>Gets a value indicating whether a row whose e-mail address and id find no lead belongs to the one lead with its phone number and family name.</summary>
    public bool MatchesPhoneAndName { get; init; }

    /// <summary>Gets a value indicating whether a row that says only what its lead shows already leaves the lead alone; by default its source then says so, too.</summary>
    public bool IsEcho { get; init; }

    /// <summary>Gets a value indicating whether a row counts although its source has said the same before; by default only what people do so.</summary>
    public bool IsDeliberate { get; init; }

    /// <summary>Gets a value indicating whether its leads are scored in the same transaction; by default that is left to the queue.</summary>
    public bool IsScoredAtOnce { get; init; }

    /// <summary>Gets the fields that the rows speak of.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Gets the catalog that the fields are of.</summary>
    public required FieldCatalog Catalog { get; init; }

    /// <summary>Gets the rows.</summary>
    public required IReadOnlyList<BatchRow> Rows { get; init; }

    /// <summary>Gives the place of a field in <see cref="Fields"/>.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The place, or -1.</returns>
    internal int ColumnOf(string key)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>One observation of a batch.</summary>
/// <param name="Line">The line in the file; 0 where there is none.</param>
/// <param name="Values">The values, one per field of the batch.</param>
/// <param name="LeadId">The lead, where it is known; else it is found by e-mail address or external id, or made.</param>
/// <param name="TrueAt">When it was true at the source, in UTC microseconds; null where that is unknown.</param>
/// <param name="LearnedAt">When LeadStudio learned it, in UTC microseconds, where that is not the instant of the batch.</param>
/// <param name="Unsaid">The places of values that are empty and clear nothing, as they could not be read; null where there are none.</param>
public sealed record BatchRow(
    long Line, FieldValue[] Values, long? LeadId = null, long? TrueAt = null, long? LearnedAt = null, IReadOnlyList<int>? Unsaid = null);

/// <summary>What an observation does with a lead that is there already.</summary>
public enum KnownLeads
{
    /// <summary>It adds to what is known, and the write policies decide.</summary>
    Update,

    /// <summary>It says only what nobody has said yet.</summary>
    FillEmpty,

    /// <summary>Nothing.</summary>
    Leave,
}

/// <summary>What became of a batch. Publish <see cref="Changed"/> after the commit.</summary>
/// <param name="Rows">One result per row, in order.</param>
/// <param name="Changed">The news for other slices; null where nothing changed.</param>
public sealed record BatchResult(IReadOnlyList<RowResult> Rows, LeadsChanged? Changed)
{
    /// <summary>Gets the leads that the batch made or changed, with what they showed before.</summary>
    internal IReadOnlyList<LeadState> Touched { get; init; } = [];
}

/// <summary>What became of one observation.</summary>
/// <param name="Outcome">What it did.</param>
/// <param name="LeadId">The lead; 0 where it was refused.</param>
/// <param name="Problem">Why it was refused; null where it was not.</param>
public readonly record struct RowResult(RowOutcome Outcome, long LeadId, RowProblem? Problem);

/// <summary>What an observation did.</summary>
public enum RowOutcome
{
    /// <summary>It made a lead.</summary>
    Created,

    /// <summary>It changed a lead, or added to what is known of it.</summary>
    Updated,

    /// <summary>It said what its source had said before, or was to leave its lead alone.</summary>
    Unchanged,

    /// <summary>It was refused.</summary>
    Rejected,
}

/// <summary>Why an observation was refused.</summary>
/// <param name="Code">The kind of reason, to count by.</param>
/// <param name="Message">A sentence with what to do.</param>
/// <param name="OtherLead">The lead that stands in the way; null where none does.</param>
public sealed record RowProblem(string Code, string Message, long? OtherLead = null);
