namespace LeadStudio.Features.ApiDocs;

/// <summary>What came back of a request that somebody tried, besides the body.</summary>
/// <param name="Status">The status, such as 200.</param>
/// <param name="Reason">The status in words; empty where the connection carries none.</param>
/// <param name="Milliseconds">How long it took until the headers had come.</param>
/// <param name="Headers">The headers.</param>
public sealed record TriedAnswer(int Status, string Reason, int Milliseconds, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Gets a value indicating whether the request was carried out.</summary>
    public bool IsSuccess => Status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices;
}
