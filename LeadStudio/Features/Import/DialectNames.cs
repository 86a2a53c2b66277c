using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Features.Import;

/// <summary>What people call separators and encodings.</summary>
internal static class DialectNames
{
    private static readonly (char Separator, string Name)[] s_separators =
        [(',', "Comma ,"), (';', "Semicolon ;"), ('\t', "Tab"), ('|', "Bar |"), (CsvDialect.None, "None: one column")];

    private static readonly (string Encoding, string Name)[] s_encodings =
    [
        ("utf-8", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16BE", "UTF-16, big end first"),
        ("utf-32", "UTF-32"),
        ("utf-32BE", "UTF-32, big end first"),
        ("windows-1252", "Western Europe (Windows-1252)"),
        ("macintosh", "Western Europe (old Mac)"),
        ("ibm850", "Western Europe (DOS 850)"),
        ("windows-1250", "Central Europe (Windows-1250)"),
        ("iso-8859-2", "Central Europe (ISO 8859-2)"),
        ("ibm852", "Central Europe (DOS 852)"),
        ("windows-1257", "Baltic (Windows-1257)"),
        ("windows-1251", "Cyrillic (Windows-1251)"),
        ("koi8-r", "Cyrillic (KOI8-R)"),
        ("cp866", "Cyrillic (DOS 866)"),
        ("windows-1253", "Greek (Windows-1253)"),
        ("windows-1254", "Turkish (Windows-1254)"),
        ("shift_jis", "Japanese (Shift JIS)"),
        ("ks_c_5601-1987", "Korean (KS C 5601)"),
        ("gb18030", "Simplified Chinese (GB 18030)"),
        ("big5", "Traditional Chinese (Big5)"),
    ];

    /// <summary>Lists the separators to choose from, <paramref name="current"/> among them.</summary>
    public static IEnumerable<(string Separator, string Name)> Separators(char current) =>
        s_separators
            .Concat(s_separators.Any(known => known.Separator == current) ? [] : [(current, $"Character {current}")])
            .Select(known => (known.Separator.ToString(), known.Name));

    /// <summary>Lists the encodings to choose from, <paramref name="current"/> among them.</summary>
    public static IEnumerable<(string Encoding, string Name)> Encodings(string current) =>
        s_encodings.Concat(s_encodings.Any(known => known.Encoding == current) ? [] : [(current, current)]);
}
