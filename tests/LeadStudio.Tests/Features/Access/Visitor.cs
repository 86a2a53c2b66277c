using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace LeadStudio.Tests.Features.Access;

/// <summary>A browser without scripts: keeps cookies, and fills the forms of pages.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(WebApplication app)
    {
#pragma warning disable CA2000 // The client disposes its handler.
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
#pragma warning restore CA2000
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Opens a page.</summary>
    /// <returns>The status, where it leads to (empty for nowhere), and what it says.</returns>
    public async Task<(int Status, string Location, string Text)> OpenAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Opens a page, fills its form, and sends it.</summary>
    public async Task<(int Status, string Location, string Text)> SendAsync(string path, string form, params (string Name, string Value)[] values)
    {
        var (_, _, text) = await OpenAsync(path);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = form,
            ["__RequestVerificationToken"] = Token().Match(text).Groups["token"].Value,
        };
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(int Status, string Location, string Text)> ReadAsync(HttpResponseMessage response) =>
        ((int)response.StatusCode, response.Headers.Location?.ToString() ?? "", await response.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
