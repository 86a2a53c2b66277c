using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>The encodings of CSV files by name. None of them ever fails on bad bytes.</summary>
internal static class CsvEncodings
{
    public const string Utf8Name = "utf-8";
    public const string Utf16Name = "utf-16";
    public const string Utf16BigEndianName = "utf-16BE";
    public const string Utf32Name = "utf-32";
    public const string Utf32BigEndianName = "utf-32BE";
    public const string Windows1252Name = "windows-1252";

    /// <summary>Gets Windows-1252, which gives each of the 256 bytes a character.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The code pages of .NET lack Windows-1252.");

    private static readonly string s_controls = Windows1252.GetString([.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value)]);

    public static Encoding Get(string name) => name switch
    {
        // Foreign bytes in a UTF-8 file are nearly always pasted Windows-1252.
        Utf8Name => Encoding.GetEncoding(Utf8Name, EncoderFallback.ReplacementFallback, new Windows1252Fallback()),
        Utf16Name => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        Utf16BigEndianName => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        Windows1252Name => Windows1252,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
    };

    /// <summary>
    /// Turns U+0080 to U+009F into what Windows-1252 has there. No CSV file means these control characters: they come from
    /// Windows-1252 that somebody took for Latin-1.
    /// </summary>
    public static void MendControls(Span<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\u0080', '\u009F'); at >= 0; at = text.IndexOfAnyInRange('\u0080', '\u009F'))
        {
            text[at] = s_controls[text[at] - 0x80];
            text = text[(at + 1)..];
        }
    }
}
