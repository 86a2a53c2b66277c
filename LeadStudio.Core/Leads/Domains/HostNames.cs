using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Leads.Domains;

/// <summary>Writes host names with and without punycode.</summary>
public static class HostNames
{
    /// <summary>The characters that part labels; RFC 3490 has the ideographic ones too.</summary>
    internal static readonly char[] Dots = ['.', '\u3002', '\uFF0E', '\uFF61'];

    // Underscores and the like are left in: exports have them, and the names are compared only.
    private static readonly IdnMapping s_mapping = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>Writes a host name in punycode.</summary>
    /// <param name="host">The host, in lower case.</param>
    /// <returns>The name, the same instance where it is in ASCII already; null where it is no host name.</returns>
    public static string? ToAscii(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!Ascii.IsValid(host))
        {
            try
            {
                host = s_mapping.GetAscii(host);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        return host.Length is 0 or > 253 || host[0] == '.' || host[^1] == '.' || host.Contains("..", StringComparison.Ordinal) ? null : host;
    }

    /// <summary>Writes a host name as people read it.</summary>
    /// <param name="host">The host, maybe in punycode.</param>
    /// <returns>The name with the letters of its language; unchanged where its punycode is broken.</returns>
    public static string ToUnicode(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!host.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return host;
        }

        try
        {
            return s_mapping.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
