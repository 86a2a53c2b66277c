using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>The OpenAPI document of the API. Anybody may read it.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiEndpoints.Path.TrimStart('/'), StringComparison.Ordinal) is true;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddSchemaTransformer(ApiSchemas.TransformAsync);
        options.AddOperationTransformer(ApiOperations.TransformAsync);
        options.AddOperationTransformer(ApiExamples.TransformAsync);
        options.AddDocumentTransformer(ApiIntroduction.TransformAsync);
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
