namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Names of months in English, German, French and Spanish, whole and shortened.</summary>
internal static class MonthNames
{
    private static readonly string[] s_names =
    [
        "jan january januar jän jänner janv janvier ene enero",
        "feb february februar fév févr février febrero",
        "mar march mär märz mrz mars marzo",
        "apr april avr avril abr abril",
        "may mai mayo",
        "jun june juni juin junio",
        "jul july juli juil juillet julio",
        "aug august août aou ago agosto",
        "sep sept september septembre septiembre set",
        "oct october okt oktober octobre octubre",
        "nov november novembre noviembre",
        "dec december dez dezember déc décembre dic diciembre",
    ];

    private static readonly Dictionary<string, int> s_months = s_names
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name, Month: index + 1)))
        .ToDictionary(pair => pair.Name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gives the month, 1 to 12, or 0 where the word names none.</summary>
    public static int Find(ReadOnlySpan<char> word) => s_lookup.TryGetValue(word, out var month) ? month : 0;
}
