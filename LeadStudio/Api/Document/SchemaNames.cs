using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>Names the schemas of the document: <c>Lead</c> for <c>LeadJson</c>, <c>LeadPage</c> for a part of a list of those.</summary>
internal static class SchemaNames
{
    private const string Page = "PageJsonOf";

    /// <summary>Names the schema of a type that is no list.</summary>
    /// <param name="type">The type.</param>
    public static string Of(Type type) => type == typeof(JsonElement) ? "Card" : Plain(type.Name);

    /// <summary>Names the schema of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name; null where it stands in place.</returns>
    public static string? Of(JsonTypeInfo type)
    {
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name)
        {
            return null;
        }

        if (type.Type == typeof(JsonElement))
        {
            return Of(type.Type);
        }

        var isPage = name.StartsWith(Page, StringComparison.Ordinal);
        return isPage ? $"{Plain(name[Page.Length..])}Page" : Plain(name);
    }

    private static string Plain(string name) => name.EndsWith("Json", StringComparison.Ordinal) ? name[..^4] : name;
}
