using System.Text.Json;
using LeadStudio.Api.Leads;
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
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object; // a scorecard, whose form has a schema of its own
        }

        return Task.CompletedTask;
    }
}
