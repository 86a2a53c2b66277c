using System.Net;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Import;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class ImportsApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Leads = "Email,First Name,Title\nann@example.com,Ann,CEO\nnone,Bob,Clerk\n";

    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_AFile_IsImportedAndTakenBack()
    {
        using var form = Form(("file", Leads));
        using var accepted = await _api.Client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var address = accepted.Headers.Location!.ToString();

        var done = await UntilAsync(address, "finished");

        Assert.Equal((2, 1, 1), (done.GetProperty("rows").GetInt32(), done.GetProperty("created").GetInt32(), done.GetProperty("rejected").GetInt32()));
        Assert.Contains("is no e-mail address", await _api.Client.GetStringAsync(new Uri($"{address}/rejects.csv", UriKind.Relative)), StringComparison.Ordinal);
        using var undo = await _api.Client.PostAsync(new Uri($"{address}/undo", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, undo.StatusCode);
        await UntilAsync(address, "takenBack");
        Assert.Equal(0, (await _api.GetAsync("/api/v1/leads")).Body.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Post_AFileWithAMapping_IsReadByIt()
    {
        var analyzed = await _api.Get<IImports>().UploadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Leads)), "leads.csv", Actor.LocalUser);
        var mapping = (await _api.Get<IImports>().AnalyzeAsync(analyzed.Value!.Id)).Value!.Mapping;
        mapping = mapping with { SourceName = "Our shop" };

        using var form = Form(("mapping", mapping.ToJson()), ("file", Leads));
        using var accepted = await _api.Client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), form);
        await UntilAsync(accepted.Headers.Location!.ToString(), "finished");

        Assert.Equal(1, (await _api.GetAsync(accepted.Headers.Location!.ToString())).Body.GetProperty("rejected").GetInt32());
        Assert.Equal("Our shop", (await _api.Get<IImports>().ListAsync(count: 1))[0].ReadMapping().SourceName);
    }

    [Theory]
    [InlineData("{\"file\":1}", "application/json", 415)]
    [InlineData("", "multipart/form-data", 415)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{\r\n--x--\r\n", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{\"columns\":[null]}\r\n--x--\r\n", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{\"columns\":null}\r\n--x--\r\n", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n1,2", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\r\n--x--\r\n", "multipart/form-data; boundary=x", 400)]
    [InlineData("--x--\r\n", "multipart/form-data; boundary=x", 400)]
    public async Task Post_WhatIsNoForm_IsRefusedAndLeavesNothing(string body, string type, int expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await _api.Client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), content);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.All(await _api.Get<IImports>().ListAsync(), job => Assert.Equal(ImportStatus.Cancelled, job.Status));
    }

    [Fact]
    public async Task LeadsFile_ImportedAgain_ChangesNothing()
    {
        await _api.AddAsync("ann@example.com");
        await _api.AddAsync("bob@example.com", "=1+1");

        using var form = Form(("file", await _api.Client.GetStringAsync(new Uri("/api/v1/leads.csv?filter=email%20is%20not%20empty", UriKind.Relative))));
        using var accepted = await _api.Client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), form);

        Assert.Equal(2, (await UntilAsync(accepted.Headers.Location!.ToString(), "finished")).GetProperty("unchanged").GetInt32());
    }

    private static MultipartFormDataContent Form(params (string Name, string Content)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
        {
            if (name == "file")
            {
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), name, "leads.csv");
            }
            else
            {
                form.Add(new StringContent(content), name);
            }
        }

        return form;
    }

    private async Task<JsonElement> UntilAsync(string address, string status)
    {
        JsonElement job = default;
        await _api.UntilAsync<ImportProgressed>(async () =>
        {
            job = (await _api.GetAsync(address)).Body;
            return job.GetProperty("status").GetString() == status;
        });
        return job;
    }
}
