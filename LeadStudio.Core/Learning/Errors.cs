using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning;

/// <summary>Nothing can be learned from these rows.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record TrainingRefused(string Message) : InvalidError(Message);

/// <summary>A file holds no model that can be used.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record ModelFileRefused(string Message) : InvalidError(Message);
