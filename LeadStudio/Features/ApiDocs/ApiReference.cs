using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Features.ApiDocs;

/// <summary>Reads the document that <c>/openapi/v1.json</c> gives, in this program: no address of its own is needed for it.</summary>
internal sealed partial class ApiReference([FromKeyedServices("v1")] IOpenApiDocumentProvider document, ILogger<ApiReference> logger) : IApiReference
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private ApiReferenceText? _text;

    // The endpoints are the same for as long as the program runs.
    public async Task<Result<ApiReferenceText>> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return _text ??= Read(await document.GetOpenApiDocumentAsync(cancellationToken));
        }
#pragma warning disable CA1031 // An edge: whatever the framework fails at, the page says so and can try again.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnreadable(failure);
            return new ReferenceUnreadable();
        }
    }

    private static ApiReferenceText Read(OpenApiDocument document)
    {
        var operations = (
            from path in document.Paths
            from one in path.Value.Operations ?? []
            select (Tag: one.Value.Tags?.FirstOrDefault()?.Name ?? "", Operation: Read(path.Key, one.Key, one.Value))).ToLookup(one => one.Tag, one => one.Operation);
        return new(
            document.Info.Description ?? "",
            [
                .. from tag in document.Tags ?? new HashSet<OpenApiTag>()
                   where operations.Contains(tag.Name ?? "")
                   select new ApiGroup(tag.Name ?? "", tag.Description ?? "", [.. operations[tag.Name ?? ""]]),
            ]);
    }

    private static ApiOperation Read(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.OperationId ?? "",
        method.Method.ToUpperInvariant(),
        path,
        operation.Summary ?? "",
        operation.Description ?? "",
        [.. (operation.Parameters ?? []).Select(Read)],
        ContentOf(operation.RequestBody?.Content),
        ContentOf((operation.Responses ?? []).FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content),
        Changes: method != HttpMethod.Get && operation.Extensions?.ContainsKey(NothingChanged.Extension) is not true);

    private static ApiParameter Read(IOpenApiParameter parameter) => new(
        parameter.Name ?? "",
        parameter.In switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Header => "header",
            ParameterLocation.Query or ParameterLocation.Cookie or null => "query",
            _ => throw new InvalidOperationException($"Nothing is known of parameters in {parameter.In}."),
        },
        parameter.Required,
        parameter.Description ?? "",
        parameter.Schema is { } schema ? FormWords.Of(schema) : "");

    private static ApiContent? ContentOf(IDictionary<string, OpenApiMediaType>? contents) =>
        contents?.FirstOrDefault() is { Key: { } type, Value: { } content }
            ? new(type, TextOf(type == "multipart/form-data" ? content.Example?["file"] : content.Example), FieldsOf(content.Schema))
            : null;

    private static IReadOnlyList<ApiField> FieldsOf(IOpenApiSchema? schema)
    {
        if (schema?.Properties is not { } fields)
        {
            return [];
        }

        return fields.TryGetValue("items", out var list) && list.Items is { Properties.Count: > 0 } item
            ? FieldsOf(item)
            : [.. fields.Select(field => new ApiField(field.Key, schema.Required?.Contains(field.Key) is true, field.Value.Description ?? "", FormWords.Of(field.Value)))];
    }

    private static string TextOf(JsonNode? example) => example switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => example.ToJsonString(s_readable),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The document of the API cannot be read.")]
    private partial void LogUnreadable(Exception failure);
}
