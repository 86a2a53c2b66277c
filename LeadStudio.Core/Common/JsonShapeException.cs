namespace LeadStudio.Core.Common;

#pragma warning disable CA1032, CA1064 // Never leaves the reader that throws it: it becomes an Error or a JsonException.
/// <summary>A JSON document does not have the expected shape.</summary>
/// <param name="path">The part, such as <c>groups[0].rules[2].points</c>; empty for the whole.</param>
/// <param name="message">What is wrong there and what was expected.</param>
internal sealed class JsonShapeException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
#pragma warning restore CA1032, CA1064
