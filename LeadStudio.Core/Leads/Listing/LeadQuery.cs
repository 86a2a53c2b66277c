using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>What a list of leads shows, and in which order. Only leads that have a standing are in a list.</summary>
/// <remarks>A key that no field has any more is a missing value in the filter; as the sort it stands for the score.</remarks>
public sealed record LeadQuery
{
    /// <summary>Gets the condition that the leads meet; by default none, so that all do.</summary>
    public Condition? Filter { get; init; }

    /// <summary>Gets the zone of the days that the filter names, such as <c>2026-03-01</c>; null for UTC.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Gets the words that are looked for, each as the beginning of a word of the lead; by default none.</summary>
    public string Search { get; init; } = "";

    /// <summary>Gets the key to sort by: of a field, or of <see cref="ListKeys"/>. The default is the score.</summary>
    public string SortKey { get; init; } = ListKeys.Score;

    /// <summary>Gets a value indicating whether the greatest comes first, as it does by default. Leads without a value are last either way.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Gets which leads are in question; by default the open ones.</summary>
    public LeadScope Scope { get; init; } = LeadScope.Open;
}

/// <summary>Which leads a list is about.</summary>
public enum LeadScope
{
    /// <summary>Leads without an outcome: <i>Hot</i>.</summary>
    Open,

    /// <summary>Won and lost ones too.</summary>
    All,
}

/// <summary>The keys of what a list knows beside the fields. They win over a field of the same key.</summary>
public static class ListKeys
{
    /// <summary>The score, a number from 0 to 100.</summary>
    public const string Score = "score";

    /// <summary>The band, a choice of A1 to C3.</summary>
    public const string Band = "band";

    /// <summary>When the lead was scored, a date.</summary>
    public const string ScoredAt = "scoredAt";
}
