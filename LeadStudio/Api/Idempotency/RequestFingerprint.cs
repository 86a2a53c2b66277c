using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Idempotency;

/// <summary>Tells requests apart.</summary>
internal static class RequestFingerprint
{
    /// <summary>Takes the fingerprint of a request, whose body can be read afterwards.</summary>
    /// <remarks>
    /// Of an upload, which may have gigabytes, only the length counts; besides, each try of a client parts its form in another way.
    /// </remarks>
    /// <param name="http">The request.</param>
    /// <returns>The same for the same method, address and body; or why the body cannot be read.</returns>
    public static async Task<(string? Fingerprint, ProblemHttpResult? Problem)> OfAsync(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        if (http.Request.HasFormContentType)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.ContentLength}"));
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), null);
        }

        try
        {
            http.Request.EnableBuffering();
            var buffer = new byte[16_384];
            int read;
            while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        catch (BadHttpRequestException mistake)
        {
            return (null, Problems.OfStatus(mistake.StatusCode));
        }

        http.Request.Body.Position = 0;
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), null);
    }
}
