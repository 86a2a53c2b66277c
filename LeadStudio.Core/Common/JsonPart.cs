using System.Text.Json;

namespace LeadStudio.Core.Common;

/// <summary>A part of a JSON document that knows its path, so that every complaint names the part.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Its path, such as <c>all[1].between</c>; empty for the whole document.</param>
internal readonly record struct JsonPart(JsonElement Value, string Path)
{
    public JsonShapeException Fail(string message) => new(Path, message);

    /// <summary>Opens an object, refusing members that nobody knows and those that are written twice.</summary>
    public Dictionary<string, JsonPart> Members(params ReadOnlySpan<string> known)
    {
        if (Value.ValueKind is not JsonValueKind.Object)
        {
            throw Fail($"expected an object with {string.Join(", ", known)}, found {Kind()}.");
        }

        var members = new Dictionary<string, JsonPart>(StringComparer.Ordinal);
        foreach (var member in Value.EnumerateObject())
        {
            var path = Path.Length == 0 ? member.Name : $"{Path}.{member.Name}";
            if (!known.Contains(member.Name))
            {
                throw Fail($"'{member.Name}' is not known here; known are {string.Join(", ", known)}.");
            }

            if (!members.TryAdd(member.Name, new JsonPart(member.Value, path)))
            {
                throw Fail($"'{member.Name}' is written twice; write it once.");
            }
        }

        return members;
    }

    public IEnumerable<JsonPart> Items()
    {
        if (Value.ValueKind is not JsonValueKind.Array)
        {
            throw Fail($"expected a list, found {Kind()}.");
        }

        var path = Path;
        return Value.EnumerateArray().Select((item, index) => new JsonPart(item, $"{path}[{index}]"));
    }

    public string Text() => Value.ValueKind is JsonValueKind.String && Value.GetString() is { } text
        ? text
        : throw Fail($"expected a text, found {Kind()}.");

    public int Whole() => Value.ValueKind is JsonValueKind.Number && Value.TryGetInt32(out var number)
        ? number
        : throw Fail($"expected a whole number, found {Kind()}.");

    public string Kind() => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {Value.GetRawText()}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => throw new InvalidOperationException($"Unknown kind {Value.ValueKind}."),
    };
}
