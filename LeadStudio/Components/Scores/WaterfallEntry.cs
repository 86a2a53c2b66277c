namespace LeadStudio.Components.Scores;

/// <summary>A step of a <see cref="WaterfallChart"/>.</summary>
/// <param name="Label">Why: "Asked for a demo".</param>
/// <param name="Amount">How much it adds; negative to take away.</param>
/// <param name="Note">Where it is from: "2 h ago, event"; none by default.</param>
/// <param name="Href">A page that proves it; none by default.</param>
public sealed record WaterfallEntry(string Label, double Amount, string? Note = null, string? Href = null);
