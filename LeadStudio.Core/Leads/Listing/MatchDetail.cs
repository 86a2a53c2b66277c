namespace LeadStudio.Core.Leads.Listing;

/// <summary>How much a search leaves out of what a list does not have.</summary>
internal enum MatchDetail
{
    /// <summary>Conditions on score and standing may be left open, where a look at each lead in question is cheaper once few are left.</summary>
    Rough,

    /// <summary>All conditions are met; leads that are out of scope may be among them.</summary>
    Filtered,

    /// <summary>Just the leads of the list, at the price of a walk through all standings.</summary>
    Exact,
}
