using LeadStudio.Core.Common;

namespace LeadStudio.Features.ApiDocs;

/// <summary>What programs can ask for, read from the document of the API.</summary>
public interface IApiReference
{
    /// <summary>Reads the document.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What it says; or <see cref="ReferenceUnreadable"/>.</returns>
    Task<Result<ApiReferenceText>> ReadAsync(CancellationToken cancellationToken = default);
}

/// <summary>The document of the API could not be made or read.</summary>
public sealed record ReferenceUnreadable() : InvalidError("The description of the API cannot be read. The reason is in the log of LeadStudio. The API itself may well work.");

/// <summary>What the document of the API says.</summary>
/// <param name="Introduction">What is true of all operations; words in backticks are code.</param>
/// <param name="Groups">The operations by their tags, in the document's order.</param>
public sealed record ApiReferenceText(string Introduction, IReadOnlyList<ApiGroup> Groups);

/// <summary>Operations that belong together.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Text">What they are about.</param>
/// <param name="Operations">The operations.</param>
public sealed record ApiGroup(string Name, string Text, IReadOnlyList<ApiOperation> Operations);

/// <summary>Something that a program can ask for.</summary>
/// <param name="Id">The operation's id, as generated clients call it.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path with its parameters in braces, as in <c>/api/v1/leads/{id}</c>.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Description">What it does, in sentences, with the scope that a key needs; words in backticks are code.</param>
/// <param name="Parameters">What it takes besides a body.</param>
/// <param name="Body">The body that it takes; null for none.</param>
/// <param name="Answer">The body of the answer when all is well; null for none.</param>
/// <param name="Changes">Whether it may change what LeadStudio holds.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, string Description, IReadOnlyList<ApiParameter> Parameters, ApiContent? Body, ApiContent? Answer, bool Changes)
{
    /// <summary>Says whether all words of a search occur in it.</summary>
    /// <param name="search">The words, parted by blanks; none fit all.</param>
    /// <returns>Whether they do.</returns>
    public bool Fits(string search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            new[] { Id, Method, Path, Summary, Description }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>Something that an operation takes besides a body.</summary>
/// <param name="Name">The name.</param>
/// <param name="Place">Where it goes: <c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Text">What it is; empty where the document does not say.</param>
/// <param name="Form">What fits, in words, such as "whole number, 1 to 100".</param>
public sealed record ApiParameter(string Name, string Place, bool IsRequired, string Text, string Form);

/// <summary>A property of a body.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Text">What it is; empty where the document does not say.</param>
/// <param name="Form">What fits, in words.</param>
public sealed record ApiField(string Name, bool IsRequired, string Text, string Form);

/// <summary>A body.</summary>
/// <param name="Type">The media type.</param>
/// <param name="Example">An example; of a file that is uploaded, what the file holds.</param>
/// <param name="Fields">Its properties, of a list those of its items; none where it is no object.</param>
public sealed record ApiContent(string Type, string Example, IReadOnlyList<ApiField> Fields)
{
    /// <summary>Gets a value indicating whether it is a form with a file.</summary>
    public bool IsUpload => Type == "multipart/form-data";
}
