using LeadStudio.Core.Common;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>One line of the explanation of a score; the points of all lines add up to the score.</summary>
/// <param name="Rule">The rule's name, or <see langword="null"/> where the group's cap or zero made the entry.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Points">Whole points, also negative.</param>
/// <param name="Text">What was found, as a sentence without a full stop: "Title contains VP".</param>
/// <param name="Evidence">The values that decided, each field once; none where the cap or zero made the entry.</param>
public sealed record LedgerEntry(string? Rule, string Group, int Points, string Text, ValueList<Evidence> Evidence);

/// <summary>A value that decided a rule, as it was given and not folded.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Value">The value for people to read, or <see langword="null"/> where the field is empty.</param>
/// <param name="Source">Who said so, such as the name of a file; <see langword="null"/> where nobody did.</param>
/// <param name="ObservedAt">Since when it was known, or <see langword="null"/> where that is not known.</param>
public sealed record Evidence(string Field, string? Value, string? Source, DateTimeOffset? ObservedAt);

/// <summary>Knows the values of one lead and where they come from; the caller of <see cref="Ledger"/> fills it from the profile.</summary>
public interface IEvidenceSource
{
    /// <summary>Gives what is known of a field.</summary>
    /// <param name="field">The field's key.</param>
    /// <returns>The value with its source; one without a value where the field is empty.</returns>
    Evidence Find(string field);
}
