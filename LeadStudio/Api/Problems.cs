using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>Errors of the API: problem details (RFC 9457), each with a type that stays the same and a detail that says what to do.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:leadstudio:problem:";

    /// <summary>Makes the answer for an expected failure.</summary>
    /// <param name="error">The failure.</param>
    /// <returns>404, 409, 412 or 400.</returns>
    public static ProblemHttpResult Of(Error error) => error switch
    {
        LeadChangedMeanwhile => Of(StatusCodes.Status412PreconditionFailed, "changed", "It was changed meanwhile", error.Message),
        NotFoundError => Of(StatusCodes.Status404NotFound, "not-found", "It is not there", error.Message),
        ConflictError => Of(StatusCodes.Status409Conflict, "conflict", "It does not fit what is there now", error.Message),
        _ => Of(StatusCodes.Status400BadRequest, "invalid", "The request cannot be done", error.Message),
    };

    /// <summary>Makes the answer for a parameter that does not fit.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="text">What is wrong with it, and what to do.</param>
    /// <param name="position">Where in its value, counted from 0; null where that says nothing.</param>
    /// <returns>400.</returns>
    public static ProblemHttpResult Invalid(string parameter, string text, int? position = null) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [parameter] = [text] }, position);

    /// <summary>Makes the answer for values that do not fit.</summary>
    /// <param name="errors">What is wrong with each, and what to do.</param>
    /// <param name="position">Where in the only value, counted from 0; null where that says nothing.</param>
    /// <returns>400.</returns>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors, int? position = null) => TypedResults.Problem(
        string.Join(" ", errors.SelectMany(pair => pair.Value)),
        statusCode: StatusCodes.Status400BadRequest,
        title: "A value does not fit",
        type: TypePrefix + "invalid",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors, ["position"] = position });

    /// <summary>Makes the answer for what the server refuses before any endpoint has seen it.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of(status, "invalid", "A value does not fit", "A parameter has a value of the wrong kind, such as letters where a number is needed. Correct it."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "too-large", "The request is too large", "Send less at a time; files go to imports."),
        _ => Of(status, "refused", "The request cannot be done", "Check the address, the method and the headers."),
    };

    /// <summary>Makes an answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="type">What it is, for programs.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="text">What to do.</param>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Of(int status, string type, string title, string text) =>
        TypedResults.Problem(text, statusCode: status, title: title, type: TypePrefix + type);
}
