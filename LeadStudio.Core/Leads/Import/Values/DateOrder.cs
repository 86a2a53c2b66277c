namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>How to read dates such as 04/05/2026, which begin with neither a year nor a month's name.</summary>
public enum DateOrder
{
    /// <summary>4 May 2026.</summary>
    DayFirst,

    /// <summary>April 5, 2026.</summary>
    MonthFirst,
}
