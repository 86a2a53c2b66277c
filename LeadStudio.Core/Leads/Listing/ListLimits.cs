namespace LeadStudio.Core.Leads.Listing;

/// <summary>Where the list changes from one way of finding leads to another. Tests set them low, so that few leads go all ways.</summary>
internal sealed record ListLimits
{
    /// <summary>Gets how many leads need no index: that many are read through in less time than a person notices.</summary>
    public int LeadsWithoutIndex { get; init; } = 20_000;

    /// <summary>Gets how many leads are tried one by one, at 3 to 5 us each, before all that match are looked for.</summary>
    public int LeadsTried { get; init; } = 1_500;

    /// <summary>Gets how many leads are tried where the first of them promise that it will suffice.</summary>
    public int LeadsTriedAtMost { get; init; } = 6_000;

    /// <summary>Gets how many matching leads are read one by one rather than met on a walk through an index.</summary>
    public int FewMatches { get; init; } = 2_000;

    /// <summary>Gets up to how many matching leads are counted to see which condition is the most selective.</summary>
    public int MostCounted { get; init; } = 20_000;

    /// <summary>Gets up to how many different values of a column are compared one by one rather than the value of every lead.</summary>
    public int MostValues { get; init; } = 400;

    /// <summary>Gets how long the building of an index waits, so that it does not slow down the answer that asked for it.</summary>
    public TimeSpan BuildDelay { get; init; } = TimeSpan.FromMilliseconds(500);
}
