namespace LeadStudio.Core.Requests;

/// <summary>Remembers for a day what requests were answered, so that a caller who heard no answer can ask again without doing it twice.</summary>
public interface IAnsweredRequests
{
    /// <summary>Begins a request, unless it was begun before.</summary>
    /// <param name="caller">Who asks; the keys of two callers have nothing to do with each other.</param>
    /// <param name="key">What the caller names the request by.</param>
    /// <param name="fingerprint">Tells the request from others: the same for the same request.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Whether it is new; else what became of it.</returns>
    Task<RequestClaim> BeginAsync(string caller, string key, string fingerprint, CancellationToken cancellationToken = default);

    /// <summary>Keeps the answer of a request that was begun.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="key">What the caller names the request by.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task KeepAsync(string caller, string key, RequestAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Forgets a request that was begun and came to nothing: it may be tried again.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="key">What the caller names the request by.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is forgotten.</returns>
    Task ForgetAsync(string caller, string key, CancellationToken cancellationToken = default);
}

/// <summary>Whether a request is new.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="Answer">The answer; only of <see cref="RequestState.Answered"/>.</param>
public sealed record RequestClaim(RequestState State, RequestAnswer? Answer = null);

/// <summary>What was answered.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Headers">The headers that belong to it, as JSON.</param>
/// <param name="Body">The body.</param>
public sealed record RequestAnswer(int Status, string Headers, string Body);

/// <summary>What is known of a request.</summary>
public enum RequestState
{
    /// <summary>Nothing: it is to be done now.</summary>
    New,

    /// <summary>It is being done.</summary>
    Running,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>The caller has named another request so.</summary>
    Different,
}
