using System.Text.Json;
using LeadStudio.Api.Leads;
using LeadStudio.Api.Webhooks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>Corrects the schemas that the framework makes of the records.</summary>
internal static class ApiSchemas
{
    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(LeadJson))
        {
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "id" }; // with the parameter "fields" the others may be left out
        }
        else if (type == typeof(DeliveryJson))
        {
            (schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))["payload"] = Payload();
        }
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object; // a scorecard, whose form has a schema of its own
        }

        return Task.CompletedTask;
    }

    // Kept as the text that is signed, so no record stands for it.
    private static OpenApiSchema Payload() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "The body that is sent.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "id", "event", "at", "data" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The id that all attempts send." },
            ["event"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened." },
            ["at"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "When it happened." },
            ["data"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What it is about, in the shapes of this API, such as `lead` or `import`." },
        },
    };
}
