using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>Tells the system that wrote a file by the names of its columns.</summary>
internal static class SourceGuess
{
    private static readonly (string Name, string[] Headers)[] s_signs =
    [
        ("HubSpot", ["lifecyclestage", "contactowner", "companyowner", "hsobjectid", "createdate", "hubspotscore"]),
        ("Salesforce", ["companyaccount", "leadowneralias", "createddate", "leadid18", "leadowner"]),
        ("Zoho CRM", ["leadowner", "createdtime", "modifiedtime", "contactowner", "leadid", "contactid"]),
    ];

    public static string Of(IReadOnlyList<string> headers)
    {
        if (CsvOwnFile.IsOwn(headers))
        {
            return Source.ExportName;
        }

        if (headers.Count(header => header.StartsWith("Person - ", StringComparison.OrdinalIgnoreCase)
            || header.StartsWith("Lead - ", StringComparison.OrdinalIgnoreCase) || header.StartsWith("Deal - ", StringComparison.OrdinalIgnoreCase)) >= 2)
        {
            return "Pipedrive";
        }

        var plain = headers.Select(HeaderNames.Plain).ToHashSet(StringComparer.Ordinal);
        var (name, hits) = s_signs.Select(sign => (sign.Name, Hits: sign.Headers.Count(plain.Contains))).MaxBy(pair => pair.Hits);
        return hits >= 2 ? name : Source.FilesName;
    }
}
