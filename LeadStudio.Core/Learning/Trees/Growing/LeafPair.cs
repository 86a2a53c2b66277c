namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Two leaves that were one.</summary>
/// <param name="Parent">The node that was split; null for the root.</param>
/// <param name="Small">The child with fewer rows, or the root.</param>
/// <param name="Large">The other child; null for the root.</param>
internal sealed record LeafPair(GrowingNode? Parent, GrowingNode Small, GrowingNode? Large);
