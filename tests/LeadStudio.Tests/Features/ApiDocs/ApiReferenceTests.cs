using System.Text.Json;
using LeadStudio.Features.ApiDocs;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadStudio.Tests.Features.ApiDocs;

public sealed class ApiReferenceTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Read_OfARunningLeadStudio_HasEachOperationOfItsDocument()
    {
        await using var api = await ApiScene.StartAsync(databases);
        var (_, document) = await api.GetAsync("/openapi/v1.json");

        var read = (await api.Get<IApiReference>().ReadAsync()).Value!;

        Assert.Equal(
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let id = operation.Value.GetProperty("operationId").GetString()
            orderby id
            select $"{id}: {operation.Name.ToUpperInvariant()} {path.Name}",
            from operation in read.Groups.SelectMany(theirs => theirs.Operations)
            orderby operation.Id
            select $"{operation.Id}: {operation.Method} {operation.Path}");
        Assert.Equal(document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()), read.Groups.Select(theirs => theirs.Name));
        Assert.Equal(document.GetProperty("info").GetProperty("description").GetString(), read.Introduction);
    }

    [Fact]
    public async Task Read_OfAnOperation_HasWhatItTakesAndAnswers()
    {
        await using var api = await ApiScene.StartAsync(databases);

        var operations = (await api.Get<IApiReference>().ReadAsync()).Value!.Groups.SelectMany(theirs => theirs.Operations).ToDictionary(operation => operation.Id);

        Assert.Equal(["filter: text", "q: text", "sort: text, -score by default", "cursor: text", "limit: whole number, 1 to 1000, 50 by default", "fields: text"], operations["listLeads"].Parameters.Select(one => $"{one.Name}: {one.Form}"));
        Assert.Equal("n", Assert.Single(operations["redeliver"].Parameters, one => one is { Place: "path", IsRequired: true, Name: not "id" }).Name);
        Assert.Equal("Gold", JsonElement.Parse(operations["addField"].Body!.Example).GetProperty("options")[0].GetString());
        Assert.StartsWith("Email,Title\n", operations["startImport"].Body!.Example, StringComparison.Ordinal);
        Assert.StartsWith("id: 812.17\nevent: score\n", operations["followScores"].Answer!.Example, StringComparison.Ordinal);
        Assert.Contains("`leads:read`", operations["getStats"].Description, StringComparison.Ordinal);
        Assert.Null(operations["deleteView"].Answer);
        Assert.Contains(new ApiField("threshold", IsRequired: false, "The threshold that a score must cross to be told, 1 to 100 points; null tells each change.", "whole number, or null"), operations["addWebhook"].Body!.Fields);
        Assert.Contains(new ApiField("url", IsRequired: true, "The address that is told.", "text"), operations["listWebhooks"].Answer!.Fields);
    }

    [Fact]
    public async Task Read_OfOperations_TellsWhichChangeNothing()
    {
        await using var api = await ApiScene.StartAsync(databases);

        var operations = (await api.Get<IApiReference>().ReadAsync()).Value!.Groups.SelectMany(theirs => theirs.Operations).ToList();

        Assert.Equal(["previewDraft"], operations.Where(operation => operation is { Changes: false, Method: not "GET" }).Select(operation => operation.Id));
        Assert.DoesNotContain(operations, operation => operation is { Changes: true, Method: "GET" });
    }

    [Fact]
    public async Task Read_DocumentThatCannotBeMade_SaysSoAndIsReadWhenItCan()
    {
        var document = new BrittleDocument();
        var reference = new ApiReference(document, Microsoft.Extensions.Logging.Abstractions.NullLogger<ApiReference>.Instance);

        var failed = await reference.ReadAsync();
        document.IsBroken = false;
        var read = await reference.ReadAsync();

        Assert.IsType<ReferenceUnreadable>(failed.Error);
        Assert.Equal("It works.", read.Value?.Introduction);
    }

    private sealed class BrittleDocument : IOpenApiDocumentProvider
    {
        public bool IsBroken { get; set; } = true;

        public Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default) =>
            IsBroken ? throw new InvalidOperationException("Two operations have the same id.") : Task.FromResult(new OpenApiDocument { Info = new() { Description = "It works." } });
    }
}
