namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>What a node asks, in eight bytes: all that a number needs.</summary>
/// <param name="Threshold">From which value on it sends right; infinite for a node that asks for categories.</param>
/// <param name="Offset">Where in a prepared row the value of its feature is, in bytes.</param>
internal readonly record struct Question(float Threshold, int Offset);
