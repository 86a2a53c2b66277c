using System.Globalization;

namespace LeadStudio.Features.Operations;

/// <summary>Says sizes of files as people do.</summary>
internal static class ByteText
{
    private static readonly string[] s_units = ["bytes", "KB", "MB", "GB", "TB"];

    /// <summary>Says a size with at most three digits.</summary>
    /// <param name="bytes">The size, at least 0.</param>
    /// <returns>Such as <c>1.2 GB</c>; a KB has 1,000 bytes.</returns>
    public static string Of(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 999.5 && unit < s_units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size.ToString(unit == 0 || size >= 99.95 ? "0" : "0.0", CultureInfo.InvariantCulture)} {s_units[unit]}");
    }
}
