using System.Text.Json;
using LeadStudio.Core.Access.Audit;

namespace LeadStudio.Features.Access.Audit;

/// <summary>Says in words what the audit trail holds.</summary>
internal static class AuditWords
{
    /// <summary>Gets the kinds of things, by the first part of their actions.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Kinds { get; } =
    [
        ("sign-in", "Sign-ins"), ("user", "Users"), ("key", "API keys"), ("lead", "Leads"), ("import", "Imports"), ("field", "Fields"),
        ("scorecard", "Scorecards"), ("view", "Views"), ("company", "Companies"), ("webhook", "Webhooks"),
    ];

    /// <summary>Says what was done: <c>user.link-made</c> becomes "User: link made".</summary>
    /// <param name="action">The action.</param>
    public static string Of(string action)
    {
        var words = action.Replace('-', ' ').Split('.', 2);
        var kind = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return words.Length == 1 ? kind : $"{kind}: {words[1]}";
    }

    /// <summary>Says what is other than before, a line for each value.</summary>
    /// <param name="entry">The entry.</param>
    public static IEnumerable<string> Changes(AuditEntry entry)
    {
        var (before, after) = (Read(entry.Before), Read(entry.After));
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (was, isNow) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (was != isNow)
            {
                yield return entry.Before is null ? $"{name}: {isNow}" : entry.After is null ? $"{name}: {was}" : $"{name}: {was ?? "empty"} → {isNow ?? "empty"}";
            }
        }
    }

    private static Dictionary<string, string?> Read(string? json)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                values[property.Name] = TextOf(property.Value);
            }
        }

        return values;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join(", ", value.EnumerateArray().Select(TextOf)),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.GetRawText(),
    };
}
