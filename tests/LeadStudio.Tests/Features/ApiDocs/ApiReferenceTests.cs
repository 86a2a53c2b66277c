using System.Text.Json;
using LeadStudio.Features.ApiDocs;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Features.ApiDocs;

public sealed class ApiReferenceTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Read_OfARunningLeadStudio_HasEachOperationOfItsDocument()
    {
        await using var api = await ApiScene.StartAsync(databases);
        var (_, document) = await api.GetAsync("/openapi/v1.json");

        var read = await api.Get<IApiReference>().ReadAsync();

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

        var operations = (await api.Get<IApiReference>().ReadAsync()).Groups.SelectMany(theirs => theirs.Operations).ToDictionary(operation => operation.Id);

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
}
