using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>Describes the form with which files are imported: it is streamed, so no record stands for it.</summary>
internal static class ApiUpload
{
    /// <summary>Gives the body.</summary>
    public static OpenApiRequestBody Body() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["mapping"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the columns mean, as JSON; before the file. By default LeadStudio finds out." },
                        ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The file: CSV in any common dialect and encoding." },
                    },
                },
                Example = new JsonObject { ["file"] = "Email,Title\nann.lee@example.com,CEO\n" },
            },
        },
    };
}
