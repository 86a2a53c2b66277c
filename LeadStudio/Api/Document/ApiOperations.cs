using System.Globalization;
using System.Text.Json.Nodes;
using LeadStudio.Api.Idempotency;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>What the document says of each operation besides what its endpoint says.</summary>
internal static class ApiOperations
{
    private const string Json = "application/json";

    public static async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var body = metadata.OfType<ReadBody>().FirstOrDefault();
        var isPost = HttpMethods.IsPost(context.Description.HttpMethod ?? "");
        var heedsVersion = metadata.OfType<VersionHeeded>().Any();
        if (body is not null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.IsRequired,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Json] = new() { Schema = await SchemaAsync(context, body.Type, cancellationToken) },
                },
            };
        }

        if (metadata.OfType<UploadRead>().Any())
        {
            operation.RequestBody = ApiUpload.Body();
        }

        if (metadata.OfType<NothingChanged>().Any())
        {
            operation.AddExtension(NothingChanged.Extension, new JsonNodeExtension(JsonValue.Create(true)));
        }

        if (ScopeOf(metadata) is { } scope)
        {
            operation.Description = $"{operation.Description}\n\nThe key needs the scope `{scope}`.";
        }

        ApiParameters.Describe(operation, context.Description.RelativePath ?? "");
        if (isPost)
        {
            ApiParameters.AddHeader(operation, IdempotencyFilter.Header, "A name of the request, such as a UUID: whoever repeats it within a day with the same name gets the same answer, and nothing is done twice.");
        }

        if (heedsVersion)
        {
            ApiParameters.AddHeader(operation, "If-Match", "The `ETag` that a read gave: where it is another one by now, nothing is changed and 412 is answered.");
        }

        foreach (var status in Problems(operation, context, body is not null, isPost, heedsVersion))
        {
            AddProblem(operation, context.Document!, status);
        }
    }

    // One schema for all operations that read the same.
    private static async Task<IOpenApiSchema> SchemaAsync(OpenApiOperationTransformerContext context, Type type, CancellationToken cancellationToken)
    {
        var document = context.Document ?? throw new InvalidOperationException("There is no document to add a schema to.");
        var name = SchemaNames.Of(type);
        if (document.Components?.Schemas?.ContainsKey(name) is not true)
        {
            document.AddComponent<IOpenApiSchema>(name, await context.GetOrCreateSchemaAsync(type, parameterDescription: null, cancellationToken));
        }

        return new OpenApiSchemaReference(name, document);
    }

    private static string? ScopeOf(IEnumerable<object> metadata) => metadata.OfType<AuthorizationPolicy>()
        .SelectMany(policy => policy.Requirements)
        .OfType<ClaimsAuthorizationRequirement>()
        .SelectMany(requirement => requirement.AllowedValues ?? [])
        .FirstOrDefault();

    private static IEnumerable<int> Problems(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool hasBody, bool isPost, bool heedsVersion)
    {
        var isForm = operation.RequestBody?.Content?.Keys.Any(type => type != Json) is true;
        IEnumerable<(int Status, bool Applies)> all =
        [
            (StatusCodes.Status400BadRequest, true),
            (StatusCodes.Status401Unauthorized, true),
            (StatusCodes.Status403Forbidden, true),
            (StatusCodes.Status404NotFound, context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) is true),
            (StatusCodes.Status409Conflict, isPost || !HttpMethods.IsGet(context.Description.HttpMethod ?? "")),
            (StatusCodes.Status412PreconditionFailed, heedsVersion),
            (StatusCodes.Status413PayloadTooLarge, hasBody || isForm),
            (StatusCodes.Status415UnsupportedMediaType, hasBody || isForm),
            (StatusCodes.Status422UnprocessableEntity, isPost),
            (StatusCodes.Status429TooManyRequests, true),
            (StatusCodes.Status500InternalServerError, true),
        ];
        return all.Where(one => one.Applies).Select(one => one.Status);
    }

    private static void AddProblem(OpenApiOperation operation, OpenApiDocument document, int status) =>
        (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ApiIntroduction.Problem, document) },
            },
        };
}
