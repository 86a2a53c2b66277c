using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning;

/// <summary>Nothing can be learned from these rows.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record TrainingRefused(string Message) : InvalidError(Message);

/// <summary>A file holds no model that can be used.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record ModelFileRefused(string Message) : InvalidError(Message);

/// <summary>All rows have the same outcome, so there is nothing to tell apart.</summary>
/// <param name="Outcome">The outcome that all rows have.</param>
public sealed record OnlyOneOutcome(bool Outcome)
    : InvalidError($"All rows have the outcome {(Outcome ? "yes" : "no")}; add rows with the outcome {(Outcome ? "no" : "yes")}.");

/// <summary>The rows cannot be parted so that each part has what it needs.</summary>
/// <param name="Parts">How many parts were asked for.</param>
/// <param name="Message">Which part lacks what, and what to do.</param>
public sealed record TooFewRows(int Parts, string Message) : InvalidError(Message);
