using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Api.Document;

/// <summary>What the document says of the API as a whole.</summary>
internal static class ApiIntroduction
{
    /// <summary>The name of the way to sign in.</summary>
    public const string Bearer = "bearer";

    /// <summary>The name of the schema of errors.</summary>
    public const string Problem = "Problem";

    // Relative to the document's own address, so it is right behind any proxy, under whatever name and path.
    private const string Server = "..";

    private const string Text = """
        Reads and writes what LeadStudio knows of leads, and their scores.

        Every request has a key in the header `Authorization: Bearer KEY`. Every error is problem details (RFC 9457): its `type` stays the same, its `detail` says
        what to do, its `errors` name what is wrong field by field. Ids are texts, instants are in UTC. Lists come in parts: follow `nextCursor`.
        What a program sends must fit: an unknown property is refused with its name.
        """;

    private static readonly (string Name, string Text)[] s_tags =
    [
        ("Leads", "Persons who may buy, their scores, and where each value comes from."),
        ("Notes", "What people and programs write about leads."),
        ("Imports", "Files of leads or companies."),
        ("Companies", "The organisations that leads work for."),
        ("Fields", "What can be known of a lead."),
        ("Scorecards", "The rules that give scores."),
        ("Views", "Lists of leads under a name, and segments, which are filters under a name."),
        ("Stats", "Counts of leads."),
        ("Scores", "Changes of scores, at the moment at which they happen."),
        ("Webhooks", "Addresses of other systems that are called when something happens."),
        ("Users", "Who may sign in, and what people and keys did."),
    ];

    public static Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "LeadStudio",
            Version = "1",
            Description = Text,
            Contact = new() { Name = "Whoever runs this LeadStudio" },
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = Server, Description = "This LeadStudio: the folder above the one that the document is in" }];
        document.Tags = s_tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text }).ToHashSet();
        document.AddComponent<IOpenApiSecurityScheme>(
            Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A key of the API. What it may do its scopes say." });
        document.AddComponent<IOpenApiSchema>(Problem, ProblemSchema());
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What went wrong (RFC 9457).",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it is, for programs; it stays the same." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it is, for people." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status of the answer." },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong, and what to do." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, field by field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Description = "Where in the value the mistake is, counted from 0." },
        },
    };
}
