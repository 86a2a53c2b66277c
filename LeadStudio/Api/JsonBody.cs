using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>Reads the JSON that a caller sends.</summary>
internal static class JsonBody
{
    private const int MostAtOnce = 1 << 20;

    // Nothing that is read is nested deeper; a condition of a scorecard comes nearest.
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The document, which the caller disposes; or what is wrong with it.</returns>
    public static async Task<(JsonDocument? Document, ProblemHttpResult? Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is no JSON", "Send JSON with the header \"Content-Type: application/json\"."));
        }

        try
        {
            var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, MostAtOnce));
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
            return Utf8.IsValid(bytes.Span) ? (JsonDocument.Parse(bytes, s_strict), null) : (null, NoJson("It is not in UTF-8."));
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException) // the latter for a name with half a surrogate pair
        {
            return (null, NoJson(mistake.Message));
        }
        catch (BadHttpRequestException mistake)
        {
            return (null, Problems.OfStatus(mistake.StatusCode));
        }
    }

    /// <summary>Reads the body of a request as an object of known properties.</summary>
    /// <typeparam name="T">A record with the properties.</typeparam>
    /// <param name="http">The request.</param>
    /// <returns>The record; or what is wrong, property by property.</returns>
    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadAsync<T>(HttpContext http)
        where T : class
    {
        var (document, problem) = await ReadAsync(http);
        using (document)
        {
            return document is null ? (null, problem) : JsonForm.Read<T>(document.RootElement);
        }
    }

    private static ProblemHttpResult NoJson(string reason) => Problems.Of(
        StatusCodes.Status400BadRequest, "invalid-json", "The body is no JSON that can be read", $"{reason} Correct the JSON; it must be UTF-8, and name no property twice.");
}
