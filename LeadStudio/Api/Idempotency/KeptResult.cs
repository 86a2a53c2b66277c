using System.Text;
using System.Text.Json;
using LeadStudio.Core.Requests;

namespace LeadStudio.Api.Idempotency;

/// <summary>Gives an answer that was kept.</summary>
/// <param name="answer">The answer.</param>
/// <param name="isAgain">Whether it was given before; then a header says so.</param>
internal sealed class KeptResult(RequestAnswer answer, bool isAgain) : IResult
{
    private static readonly string[] s_keptHeaders = ["Content-Type", "Location", "ETag"];

    /// <summary>Has a result write its answer into memory.</summary>
    /// <param name="http">The request.</param>
    /// <param name="result">The result.</param>
    /// <returns>The answer; nothing of it was sent.</returns>
    public static async Task<RequestAnswer> RenderAsync(HttpContext http, IResult result)
    {
        var body = http.Response.Body;
        using var rendered = new MemoryStream();
        http.Response.Body = rendered;
        try
        {
            await result.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var headers = s_keptHeaders.Where(http.Response.Headers.ContainsKey).ToDictionary(name => name, name => http.Response.Headers[name].ToString(), StringComparer.Ordinal);
        return new(http.Response.StatusCode, JsonSerializer.Serialize(headers), Encoding.UTF8.GetString(rendered.GetBuffer(), 0, (int)rendered.Length));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(answer.Headers) ?? [])
        {
            response.Headers[name] = value;
        }

        if (isAgain)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        response.ContentLength = answer.Body.Length == 0 ? null : Encoding.UTF8.GetByteCount(answer.Body);
        return answer.Body.Length == 0 ? Task.CompletedTask : response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body), httpContext.RequestAborted).AsTask();
    }
}
