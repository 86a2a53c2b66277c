using System.Security.Claims;
using System.Text;
using LeadStudio.Core.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Idempotency;

/// <summary>Does a POST with an <c>Idempotency-Key</c> once, and gives its answer again to whoever repeats it within a day.</summary>
/// <param name="requests">Remembers the answers.</param>
internal sealed class IdempotencyFilter(IAnsweredRequests requests) : IEndpointFilter
{
    /// <summary>The header in which a caller names a request.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var header))
        {
            return await next(context);
        }

        var key = header.ToString();
        if (key.Length is 0 or > LongestKey || !Ascii.IsValid(key))
        {
            return Problems.Invalid(Header, $"Send one key of 1 to {LongestKey} ASCII characters, such as a UUID.");
        }

        var (fingerprint, problem) = await RequestFingerprint.OfAsync(http);
        if (fingerprint is null)
        {
            return problem;
        }

        var caller = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Caller.Of(http).Name;
        var claim = await requests.BeginAsync(caller, key, fingerprint, http.RequestAborted);
        return claim.State switch
        {
            RequestState.New => await RunAsync(context, next, caller, key),
            RequestState.Running => Running(http),
            RequestState.Answered => new KeptResult(claim.Answer!, isAgain: true),
            RequestState.Different => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "idempotency-key-used", "The key names another request", $"This {Header} was sent with another request. Send a new key with each new request."),
            _ => throw new InvalidOperationException($"Unknown state {claim.State}."),
        };
    }

    private async Task<object?> RunAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, string caller, string key)
    {
        var http = context.HttpContext;

        // Whoever hangs up asks again, and is to hear what was done: it is done to the end.
        http.RequestAborted = CancellationToken.None;
        try
        {
            var result = await next(context) as IResult ?? throw new InvalidOperationException("A POST gives its answer as a result.");
            var answer = await KeptResult.RenderAsync(http, result);
            if (answer.Status >= StatusCodes.Status500InternalServerError)
            {
                await requests.ForgetAsync(caller, key, CancellationToken.None);
            }
            else
            {
                await requests.KeepAsync(caller, key, answer, CancellationToken.None);
            }

            return new KeptResult(answer, isAgain: false);
        }
        catch
        {
            await requests.ForgetAsync(caller, key, CancellationToken.None);
            throw;
        }
    }

    private static ProblemHttpResult Running(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Of(StatusCodes.Status409Conflict, "idempotency-running", "The request is being done", $"A request with this {Header} is being done. Ask again in a moment.");
    }
}
