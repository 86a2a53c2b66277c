using LeadStudio.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadStudio.Hosting;

/// <summary>Answers requests that failed outside of the API, without telling more than is needed.</summary>
internal static class FailureAnswers
{
    public static IApplicationBuilder UseFailureAnswers(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = failure => Refusal(failure)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        ExceptionHandler = AnswerAsync,
        SuppressDiagnosticsCallback = failing => Refusal(failing.Exception) is not null, // the caller's mistake is none of the log's
    });

    // What Kestrel refuses to read, such as a body that is too large; others may have wrapped it.
    private static BadHttpRequestException? Refusal(Exception failure) => failure as BadHttpRequestException ?? failure.InnerException as BadHttpRequestException;

    private static Task AnswerAsync(HttpContext http)
    {
        var refused = http.Features.Get<IExceptionHandlerFeature>() is { } failed ? Refusal(failed.Error) : null;
        var answer = refused is null
            ? Problems.Of(StatusCodes.Status500InternalServerError, "failed", "LeadStudio failed", "The request failed because of a fault in LeadStudio, which is in its log. Go back and try again.")
            : Problems.Of(refused.StatusCode, "refused", "The request cannot be read", "It is too large, or broken. Send less at a time.");
        return answer.ExecuteAsync(http);
    }
}
