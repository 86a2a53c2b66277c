using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadStudio.Core.Webhooks;

/// <summary>Signs what is sent, so that the receiver knows that it came from here, whole and just now.</summary>
/// <remarks>A receiver computes the same from what it got, compares in constant time, and refuses what is older than <see cref="Window"/>.</remarks>
public static class WebhookSignature
{
    /// <summary>The header with the id of what happened.</summary>
    public const string IdHeader = "LeadStudio-Id";

    /// <summary>The header with the time of sending, in seconds since 1970.</summary>
    public const string TimestampHeader = "LeadStudio-Timestamp";

    /// <summary>The header with the signature, <c>v1=</c> and 64 hexadecimal digits.</summary>
    public const string SignatureHeader = "LeadStudio-Signature";

    /// <summary>How old a request may be when it arrives; an older one may be a recorded one that somebody else sends again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Signs.</summary>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="id">The value of <see cref="IdHeader"/>.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="body">The body.</param>
    /// <returns>The value of <see cref="SignatureHeader"/>: HMAC-SHA256 of the three, joined by dots.</returns>
    public static string Sign(string secret, string id, long timestamp, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}");
        return "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
    }
}
