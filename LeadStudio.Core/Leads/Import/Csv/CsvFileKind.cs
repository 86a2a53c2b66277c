using System.Text;
using System.Text.Json;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Recognises files that are no CSV by their first bytes.</summary>
internal static class CsvFileKind
{
    private const string Excel = "This is an Excel workbook, not a CSV file: in Excel choose File > Save as > CSV UTF-8.";
    private const string Picture = "This is a picture, not a CSV file: export the table itself as CSV.";
    private const string Packed = "This is a packed file, not a CSV file: unpack it and choose the CSV file inside.";

    private static readonly (byte[] Start, string Message)[] s_starts =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "This is an old Excel or Office file, not a CSV file: in Excel choose File > Save as > CSV UTF-8."),
        ("%PDF"u8.ToArray(), "This is a PDF document, not a CSV file: export the table as CSV from the program that made it."),
        ([0x89, .. "PNG"u8], Picture),
        ("GIF8"u8.ToArray(), Picture),
        ([0xFF, 0xD8, 0xFF], Picture),
        ([.. "RIFF"u8], Picture),
        ("II*\0"u8.ToArray(), Picture),
        ("MM\0*"u8.ToArray(), Picture),
        ("{\\rtf"u8.ToArray(), "This is a text document, not a CSV file: copy its table into a spreadsheet, and save that as CSV UTF-8."),
        ([0x1F, 0x8B], Packed),
        ("BZh"u8.ToArray(), Packed),
        ([0xFD, .. "7zXZ"u8], Packed),
        ([.. "7z"u8, 0xBC, 0xAF], Packed),
        ([.. "Rar!"u8], Packed),
        ([0x28, 0xB5, 0x2F, 0xFD], Packed),
        ("SQLite format 3"u8.ToArray(), "This is an SQLite database, not a CSV file: export the table as CSV."),
        ("PAR1"u8.ToArray(), "This is a Parquet file, not a CSV file: convert it to CSV."),
    ];

    /// <summary>Says what the file is instead of a CSV file.</summary>
    /// <param name="sample">Its first bytes.</param>
    /// <returns>A sentence for the user, or <see langword="null"/> where nothing speaks against CSV.</returns>
    public static string? WhyNoCsv(ReadOnlySpan<byte> sample)
    {
        if (sample.IsEmpty)
        {
            return "This file is empty: export it again, or choose another file.";
        }

        if (sample.StartsWith("PK\u0003\u0004"u8))
        {
            return InsideZip(sample);
        }

        if (sample.Length > 12 && sample[4..8].SequenceEqual("ftyp"u8))
        {
            return Picture;
        }

        foreach (var (start, message) in s_starts)
        {
            if (sample.StartsWith(start))
            {
                return message;
            }
        }

        return null;
    }

    private static string InsideZip(ReadOnlySpan<byte> sample) =>
        sample.IndexOf("word/"u8) >= 0 ? "This is a Word document, not a CSV file: copy its table into Excel, and there choose File > Save as > CSV UTF-8."
        : sample.IndexOf("ppt/"u8) >= 0 ? "This is a PowerPoint file, not a CSV file: copy its table into Excel, and there choose File > Save as > CSV UTF-8."
        : sample.IndexOf("xl/"u8) >= 0 || sample.IndexOf("[Content_Types].xml"u8) >= 0 ? Excel
        : sample.IndexOf("opendocument.spreadsheet"u8) >= 0 ? "This is a LibreOffice spreadsheet, not a CSV file: in LibreOffice choose File > Save as > Text CSV, with UTF-8."
        : sample.IndexOf(".iwa"u8) >= 0 ? "This is a Numbers spreadsheet, not a CSV file: in Numbers choose File > Export to > CSV."
        : Packed;

    /// <summary>Says what the text is instead of CSV.</summary>
    /// <param name="text">Its beginning.</param>
    /// <returns>A sentence for the user, or <see langword="null"/>.</returns>
    public static string? WhyNoCsv(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            return "This file holds nothing but spaces: export it again, or choose another file.";
        }

        if (start.StartsWith("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return Picture;
        }

        if (start.StartsWith("<", StringComparison.Ordinal) && text.Contains("urn:schemas-microsoft-com:office:excel", StringComparison.Ordinal))
        {
            return "This is a web page that Excel opens, not a CSV file: open it in Excel and choose File > Save as > CSV UTF-8.";
        }

        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
        {
            return "This is a web page, not a CSV file: perhaps the export asked for a sign-in. Download the CSV file again.";
        }

        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return "This is an XML file, not a CSV file: export as CSV, or open it in a spreadsheet and save it as CSV UTF-8.";
        }

        if (IsJson(start))
        {
            return "This is a JSON file, not a CSV file: export as CSV, or send the leads to the API.";
        }

        // Text has no control characters but tab, line ends, separators made for the purpose and the odd one; data that is no text is full of them.
        var controls = text.AsSpan().Count((char)0xFFFD);
        foreach (var c in text)
        {
            controls += c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0001' or '\u001F') ? 1 : 0;
        }

        return controls > 8 && controls > text.Length / 20
            ? "This is not a text file: export the table as CSV from the program that made it."
            : null;
    }

    private static bool IsJson(ReadOnlySpan<char> start)
    {
        if (start[0] is not ('{' or '['))
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(start[..Math.Min(start.Length, 4096)].ToString());
        var reader = new Utf8JsonReader(bytes, isFinalBlock: start.Length <= 4096, state: default);
        var tokens = 0;
        try
        {
            while (tokens < 12 && reader.Read())
            {
                tokens++;
            }

            // "[1]" alone could be a cell.
            return start[0] == '{' || tokens > 3;
        }
        catch (JsonException)
        {
            return start[0] == '{' && tokens > 3; // one object a line: the second one ends the text too early
        }
    }
}
