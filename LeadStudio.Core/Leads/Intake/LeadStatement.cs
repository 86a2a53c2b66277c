using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Intake;

/// <summary>What a program says of one lead.</summary>
/// <param name="Values">The values by field id; an empty one clears its field. Without <see cref="LeadId"/>, e-mail address or external id tell the lead.</param>
public sealed record LeadStatement(IReadOnlyDictionary<int, FieldValue> Values)
{
    /// <summary>Gets the lead, which must exist; null where it is found by its e-mail address or external id, or made.</summary>
    public long? LeadId { get; init; }

    /// <summary>Gets a value indicating whether it counts although the program has said the same before: it may restore what somebody else changed. By default it does not.</summary>
    public bool IsDeliberate { get; init; }

    /// <summary>Gets the versions of which the lead must have one, as <see cref="LeadSnapshot.Version"/> gives them; null for any. Needs <see cref="LeadId"/>.</summary>
    public IReadOnlyCollection<string>? ExpectedVersions { get; init; }
}
