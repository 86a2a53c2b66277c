using System.Text;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LeadStudio.Api.Imports;

/// <summary>Reads a form with a file, which goes to the disk as it comes and is never held in memory.</summary>
internal sealed class ImportForm(IImports imports, ImportLimits limits)
{
    private const int MostMappingBytes = 256 * 1024;
    private const long RoomForTheForm = 1024 * 1024;

    /// <summary>Gets the file's import; null where the form had no file.</summary>
    public ImportJob? Job { get; private set; }

    /// <summary>Gets what the columns mean; null where the form does not say.</summary>
    public ImportMapping? Mapping { get; private set; }

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="by">Who sent it.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public async Task<ProblemHttpResult?> ReadAsync(HttpContext http, Actor by)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, "media-type", "This is no form", "Send the file as multipart/form-data, in a part named \"file\".");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.MaximumBytes + RoomForTheForm;
        }

        try
        {
            var reader = new MultipartReader(boundary.ToString(), http.Request.Body);
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (await TakeAsync(section, by, http.RequestAborted) is { } problem)
                {
                    return problem;
                }
            }
        }
        catch (Exception mistake) when (mistake is InvalidDataException or IOException)
        {
            return Problems.Invalid("file", "The form ends too early or is not written as multipart/form-data is. Send it again.");
        }

        return Job is null ? Problems.Invalid("file", "The form has no file. Send it in a part named \"file\", with a file name.") : null;
    }

    private async Task<ProblemHttpResult?> TakeAsync(MultipartSection section, Actor by, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
        {
            return Problems.Invalid("file", "A part of the form has no name. Name the parts \"file\" and \"mapping\".");
        }

        var name = HeaderUtilities.RemoveQuotes(part.Name).ToString();
        switch (name)
        {
            case "file" when Job is null:
                var fileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                var upload = await imports.UploadAsync(section.Body, fileName.Length == 0 ? "upload.csv" : Path.GetFileName(fileName), by, cancellationToken);
                Job = upload.Value;
                return upload.Error is { } refusal ? Problems.Invalid("file", refusal.Message) : null;
            case "mapping" when Mapping is null:
                return await ReadMappingAsync(section.Body, cancellationToken);
            default:
                return Problems.Invalid(name, $"\"{name}\" is no part that is known, or comes twice. Send one \"file\", and at most one \"mapping\".");
        }
    }

    private async Task<ProblemHttpResult?> ReadMappingAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostMappingBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostMappingBytes)
        {
            return Problems.Invalid("mapping", $"The mapping has more than {MostMappingBytes / 1024} KB. Leave out what is not one.");
        }

        try
        {
            Mapping = ImportMapping.FromJson(Encoding.UTF8.GetString(bytes, 0, length));
            return Mapping.Columns is null || Mapping.Columns.Contains(null!) ? Problems.Invalid("mapping", "The columns of the mapping, or one of them, are null. Say what each column means.") : null;
        }
        catch (JsonException mistake)
        {
            return Problems.Invalid("mapping", $"The mapping cannot be read as JSON: {mistake.Message}");
        }
    }
}
