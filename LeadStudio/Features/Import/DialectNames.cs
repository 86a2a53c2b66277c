using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Features.Import;

/// <summary>What people call separators and encodings.</summary>
internal static class DialectNames
{
    private static readonly (char Separator, string Name)[] s_separators =
        [(',', "Comma ,"), (';', "Semicolon ;"), ('\t', "Tab"), ('|', "Bar |"), (CsvDialect.None, "None: one column")];

    private static readonly (string Encoding, string Name)[] s_encodings =
        [("utf-8", "UTF-8"), ("windows-1252", "Windows-1252 (Western Europe)"), ("utf-16", "UTF-16"), ("utf-16BE", "UTF-16, big end first")];

    /// <summary>Lists the separators to choose from, <paramref name="current"/> among them.</summary>
    public static IEnumerable<(string Separator, string Name)> Separators(char current) =>
        s_separators
            .Concat(s_separators.Any(known => known.Separator == current) ? [] : [(current, $"Character {current}")])
            .Select(known => (known.Separator.ToString(), known.Name));

    /// <summary>Lists the encodings to choose from, <paramref name="current"/> among them.</summary>
    public static IEnumerable<(string Encoding, string Name)> Encodings(string current) =>
        s_encodings.Concat(s_encodings.Any(known => known.Encoding == current) ? [] : [(current, current)]);
}
