namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>What the values of a column say of their <see cref="DateOrder"/>.</summary>
public enum DateOrderEvidence
{
    /// <summary>No date needs it: there are none, or all begin with the year or name the month.</summary>
    NotNeeded,

    /// <summary>A value above 12 stands in the first place.</summary>
    DayFirst,

    /// <summary>A value above 12 stands in the second place.</summary>
    MonthFirst,

    /// <summary>Both orders read every date: ask the user.</summary>
    Ambiguous,

    /// <summary>No order reads every date.</summary>
    Contradictory,
}
