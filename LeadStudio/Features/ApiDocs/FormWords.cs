using Microsoft.OpenApi;

namespace LeadStudio.Features.ApiDocs;

/// <summary>Says for people what fits a parameter or a property.</summary>
internal static class FormWords
{
    public static string Of(IOpenApiSchema schema)
    {
        var words = schema.Enum is { Count: > 0 } names ? $"one of {string.Join(", ", names)}" : TypeOf(schema);
        var range = (schema.Minimum, schema.Maximum) switch
        {
            ({ } least, { } most) => $", {least} to {most}",
            ({ } least, null) => $", at least {least}",
            (null, { } most) => $", at most {most}",
            _ => "",
        };
        var usual = schema.Default?.ToString() is { Length: > 0 } value ? $", {value} by default" : "";
        return $"{words}{range}{usual}{(schema.Type is { } type && type.HasFlag(JsonSchemaType.Null) ? ", or null" : "")}";
    }

    private static string TypeOf(IOpenApiSchema schema)
    {
        var type = schema.Type ?? JsonSchemaType.String;
        return schema.Format == "date-time" ? "instant, such as 2026-11-23T08:00:00Z"
            : type.HasFlag(JsonSchemaType.Integer) ? "whole number"
            : type.HasFlag(JsonSchemaType.Number) ? "number"
            : type.HasFlag(JsonSchemaType.Boolean) ? "true or false"
            : type.HasFlag(JsonSchemaType.Array) ? "list"
            : type.HasFlag(JsonSchemaType.Object) ? "object"
            : schema.Pattern == "^[0-9]+$" ? "digits"
            : "text";
    }
}
