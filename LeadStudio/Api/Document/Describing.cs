namespace LeadStudio.Api.Document;

/// <summary>Says of endpoints what the document of the API tells of them.</summary>
internal static class Describing
{
    /// <summary>Describes an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">The operation's id, by which generated clients call it.</param>
    /// <param name="summary">What it does, in a few words.</param>
    /// <param name="description">What it does, in sentences.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string summary, string description) =>
        endpoint.WithName(id).WithSummary(summary).WithDescription(description);

    /// <summary>Says what an endpoint answers.</summary>
    /// <typeparam name="T">What the body holds.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="status">The status.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status);

    /// <summary>Says what an endpoint reads from the body.</summary>
    /// <typeparam name="T">What the body holds.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isRequired">Whether there must be one.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint, bool isRequired = true) => endpoint.WithMetadata(new ReadBody(typeof(T), isRequired));

    /// <summary>Says that an endpoint heeds <c>If-Match</c>.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder HeedsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionHeeded());

    /// <summary>Says that an endpoint stores nothing, though it is no GET.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The same endpoint.</returns>
    public static RouteHandlerBuilder ChangesNothing(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NothingChanged());
}

/// <summary>What an endpoint reads from the body: not the framework's own metadata, which would refuse other bodies before the endpoint can say why.</summary>
/// <param name="Type">What the body holds.</param>
/// <param name="IsRequired">Whether there must be one.</param>
internal sealed record ReadBody(Type Type, bool IsRequired);

/// <summary>Marks endpoints that heed <c>If-Match</c>.</summary>
internal sealed record VersionHeeded;

/// <summary>Marks endpoints that store nothing, though they are no GET.</summary>
internal sealed record NothingChanged
{
    /// <summary>The name of the extension in the document, which is then true.</summary>
    public const string Extension = "x-changes-nothing";
}

/// <summary>Marks the endpoint that takes a file.</summary>
internal sealed record UploadRead;
