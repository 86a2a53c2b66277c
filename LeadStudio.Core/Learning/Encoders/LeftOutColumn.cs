namespace LeadStudio.Core.Learning.Encoders;

/// <summary>A column that became no feature.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why it is left out, for people.</param>
public sealed record LeftOutColumn(string Name, string Reason);
