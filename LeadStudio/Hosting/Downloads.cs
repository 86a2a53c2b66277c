using Microsoft.Net.Http.Headers;

namespace LeadStudio.Hosting;

/// <summary>Answers with files that are written as they are made.</summary>
internal static class Downloads
{
    /// <summary>Begins a CSV file.</summary>
    /// <param name="response">The answer, of which nothing was sent yet.</param>
    /// <param name="name">The name of the file, in any letters.</param>
    /// <returns>Where to write it.</returns>
    public static Stream BeginCsv(this HttpResponse response, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        return response.Body;
    }
}
