using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Hosting;

/// <summary>Behind a proxy that takes LeadStudio to another name and path.</summary>
public sealed class ForwardedHeadersTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private static readonly Uri s_outside = new("https://crm.example.com/studio/");

    [Fact]
    public async Task Page_BehindAProxy_IsBasedOnTheAddressThatBrowsersSee()
    {
        await using var api = await ApiScene.StartAsync(databases, "--ForwardedHeaders_Enabled=true");
        using var admin = await SignedIn.ClientAsync(api.Get<IServiceProvider>(), api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Forward(admin);

        var page = await admin.GetStringAsync(new Uri("/api-docs?op=getStats", UriKind.Relative));

        Assert.Contains("<base href=\"/studio/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"openapi/v1.json\"", page, StringComparison.Ordinal);
        Assert.Contains($"curl &#x27;{s_outside}api/v1/stats", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "https://crm.example.com/studio/openapi/v1.json", "https://crm.example.com/studio/api/v1/stats")]
    [InlineData(false, "http://localhost:5080/openapi/v1.json", "http://localhost:5080/api/v1/stats")]
    public async Task Document_ReadAtAnyAddress_NamesTheServerThatItCameFrom(bool isForwarded, string readAt, string expected)
    {
        await using var api = await ApiScene.StartAsync(databases, "--ForwardedHeaders_Enabled=true");
        if (isForwarded)
        {
            Forward(api.Client);
        }

        var (_, document) = await api.GetAsync("/openapi/v1.json");

        var server = new Uri(new Uri(readAt), Assert.Single(document.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
        Assert.Equal(expected, server.ToString().TrimEnd('/') + document.GetProperty("paths").EnumerateObject().Single(path => path.Name.EndsWith("/stats", StringComparison.Ordinal)).Name);
    }

    private static void Forward(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", s_outside.Scheme);
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", s_outside.Host);
        http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", s_outside.AbsolutePath.TrimEnd('/'));
    }
}
