using System.Collections.Frozen;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>What the document says of parameters.</summary>
internal static class ApiParameters
{
    private const string Digits = "^[0-9]+$";

    private static readonly FrozenDictionary<string, string> s_texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["version"] = "The version of the scorecard.",
        ["n"] = "The delivery.",
        ["segment"] = "The id of a segment: only changes of its leads are told. With a filter, both must be met.",
        ["threshold"] = "The threshold that a score must cross to be told, in points; leave it out to be told each change.",
        ["Last-Event-ID"] = "The id of the last event that came, to be sent what happened since; leave it out to begin now.",
        ["key"] = "The key of the field.",
        ["filter"] = "What the leads meet, in the filter language of the list, as in `title contains CEO and employees > 100`.",
        ["q"] = "The words that are looked for.",
        ["sort"] = "The key to sort by, with a minus before it for the greatest first.",
        ["limit"] = "The most rows of the answer.",
        ["cursor"] = "The `nextCursor` of the part before; leave it out to begin.",
        ["kind"] = "The kind of thing that was changed, such as `user`, `lead` or `sign-in`.",
        ["subject"] = "The id of what was changed.",
        ["from"] = "At this instant or later.",
        ["to"] = "Before this instant.",
        ["fields"] = "The properties to give, parted by commas; the id is always there.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Describes the parameters of an operation. Ids are texts there as everywhere.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">Its path.</param>
    public static void Describe(OpenApiOperation operation, string path)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description = parameter.Name == "id" ? $"The id of the {OwnerOf(path)}." : s_texts.GetValueOrDefault(parameter.Name ?? "");
            if (parameter.Name == "segment" || (parameter.In == ParameterLocation.Path && parameter.Name is "id" or "version" or "n"))
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Digits };
            }
            else if (parameter.Name == "limit")
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "1000", Default = 50 };
            }
            else if (parameter.Name == "threshold")
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "100" };
            }
            else if (parameter.Name == "cursor")
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            }
        }
    }

    // The word before the first parameter, without the s of several.
    private static string OwnerOf(string path) => path.Split('/').TakeWhile(part => !part.StartsWith('{')).Last().TrimEnd('s');

    /// <summary>Adds a header that may be sent.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The header.</param>
    /// <param name="text">What it does.</param>
    public static void AddHeader(OpenApiOperation operation, string name, string text) => (operation.Parameters ??= []).Add(
        new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
}
