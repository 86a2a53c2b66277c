namespace LeadStudio.Core.Leads.Observations;

/// <summary>Whether an observation has a say in the profile.</summary>
/// <remarks>
/// What an import said is marked when the import is taken back, not deleted: a lead that stays still tells who said what, and when it
/// ceased to count. And what only repeated another import is kept, since it speaks for itself once that import is taken back.
/// </remarks>
public enum ObservationStatus
{
    /// <summary>It competes for the fields that it names.</summary>
    Counts = 0,

    /// <summary>Its source had said the same before, in another import.</summary>
    Repeats = 1,

    /// <summary>Its import was taken back.</summary>
    Withdrawn = 2,
}
