using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>Gives each operation the examples of <c>examples.json</c>: by the operation's id what is sent, and what is answered.</summary>
internal static class ApiExamples
{
    private static readonly FrozenDictionary<string, Example> s_examples = Read();

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!s_examples.TryGetValue(operation.OperationId ?? "", out var example))
        {
            return Task.CompletedTask;
        }

        foreach (var media in operation.RequestBody?.Content?.Where(content => content.Key == "application/json").Select(content => content.Value) ?? [])
        {
            media.Example = example.Request?.DeepClone();
        }

        foreach (var media in (operation.Responses ?? []).Where(response => response.Key.StartsWith('2')).SelectMany(response => response.Value.Content?.Values ?? []))
        {
            media.Example = example.Response?.DeepClone();
        }

        return Task.CompletedTask;
    }

    private static FrozenDictionary<string, Example> Read()
    {
        using var file = typeof(ApiExamples).Assembly.GetManifestResourceStream("LeadStudio.Api.Document.examples.json")
            ?? throw new InvalidOperationException("The examples of the API are not in the program.");
        return (JsonSerializer.Deserialize<Dictionary<string, Example>>(file, JsonSerializerOptions.Web) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Example(JsonNode? Request, JsonNode? Response);
}
