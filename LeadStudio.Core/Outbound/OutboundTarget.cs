using System.Net;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Outbound;

/// <summary>An address that a user gave for LeadStudio to call.</summary>
public static class OutboundTarget
{
    /// <summary>The most characters of an address.</summary>
    public const int LongestUrl = 2_000;

    private static readonly string[] s_innerNames = ["localhost", "local", "internal", "intranet", "lan", "home.arpa"];

    /// <summary>Reads an address, and refuses what can be seen to be wrong. Where its name leads to is checked at each connection.</summary>
    /// <param name="url">The address.</param>
    /// <param name="allowPrivate">Whether inner networks may be called; see <see cref="OutboundOptions.AllowPrivateTargets"/>.</param>
    /// <returns>The address as it is called; or <see cref="TargetRefused"/>.</returns>
    public static Result<Uri> Read(string url, bool allowPrivate)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url.Length > LongestUrl || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return new TargetRefused($"This is no address that LeadStudio can call. Write all of it, such as https://example.com/hooks, with at most {LongestUrl:N0} characters.");
        }

        if (uri.UserInfo.Length > 0)
        {
            return new TargetRefused("The address has a name or a password before the @. Leave them out: LeadStudio signs its requests instead.");
        }

        return allowPrivate || !IsInner(uri) ? uri : TargetRefused.Inner(uri.Host);
    }

    // Uri itself writes 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1.
    private static bool IsInner(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? !PublicAddresses.Has(address)
            : !host.Contains('.', StringComparison.Ordinal) || Array.Exists(s_innerNames, name => ("." + host).EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
    }
}
