using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>How LeadStudio itself writes leads, and how such a file is known again.</summary>
public static class CsvOwnFile
{
    /// <summary>The column with the score; no lead takes it from a file.</summary>
    public const string Score = "LeadStudio score";

    /// <summary>The column with the band; no lead takes it from a file.</summary>
    public const string Band = "LeadStudio band";

    private static readonly byte[] s_beginning = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Score},{Band},")];

    /// <summary>Gets how it is written: RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets tell the encoding.</summary>
    public static CsvDialect Dialect { get; } = new() { HasBom = true };

    /// <summary>Tells by its columns whether a file was exported from LeadStudio, even if a spreadsheet wrote it anew.</summary>
    /// <param name="headers">The names of the columns.</param>
    /// <returns>Whether it was.</returns>
    public static bool IsOwn(IReadOnlyList<string> headers) => headers.Contains(Score, StringComparer.Ordinal) && headers.Contains(Band, StringComparer.Ordinal);

    /// <summary>Tells by its first bytes whether a file is as LeadStudio wrote it.</summary>
    /// <param name="beginning">The bytes.</param>
    /// <returns>Whether it is: then nothing of its dialect needs to be guessed.</returns>
    public static bool IsUntouched(ReadOnlySpan<byte> beginning) => beginning.StartsWith(s_beginning);
}
