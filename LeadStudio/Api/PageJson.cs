namespace LeadStudio.Api;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">What is in the part.</param>
/// <param name="NextCursor">What to ask the next part with; null at the end.</param>
/// <param name="Total">How many the whole list has; null where that was not counted: only the first part tells it.</param>
internal sealed record PageJson<T>(IReadOnlyList<T> Items, string? NextCursor, long? Total);
