namespace LeadStudio.Core.Tests.Leads.Import.Csv.Pollution;

/// <summary>Clean tables of several kinds to pollute: a shop's sales, exports of CRMs, measurements, spending of offices.</summary>
internal static class CleanTables
{
    private const int MostRows = 80;

    private static readonly string[] s_paths =
    [
        "csv-import/pollock/clean/source.csv",
        "csv-import/crm/hubspot_contacts.csv",
        "csv-import/crm/hubspot_companies.csv",
        "csv-import/crm/zoho_leads.csv",
        "csv-import/crm/zoho_contacts.csv",
        "csv-import/crm/olist_deals_dmy_dates.csv",
        "csv-import/open-data-sample/clean/HMRC_spending_over_25000_for_September_2018.csv",
        "csv-import/open-data-sample/clean/Consular_cases_April_2016.csv",
        "csv-import/open-data-sample/clean/Oct_2013.csv",
        "csv-import/open-data-sample/clean/W32.csv",
        "csv-import/open-data-sample/clean/fr_hypo1.csv",
        "bank-marketing/bank-full_train.csv",
        "online-shoppers/online_shoppers_intention_train.csv",
    ];

    /// <summary>Gives each table as rows of equally many cells without line ends, the header first.</summary>
    public static IEnumerable<(string Name, string[][] Rows)> All()
    {
        foreach (var path in s_paths)
        {
            var file = CsvTestData.Path(path.Split('/'));
            var separator = path.StartsWith("bank", StringComparison.Ordinal) ? ';' : ',';
            var text = File.ReadLines(file).Take(MostRows * 3).Select(line => separator == ';' ? line.Replace(',', ' ').Replace(';', ',') : line);
            var rows = CsvTestData.ReadStrictly(string.Join('\n', text).TrimStart('\uFEFF'));
            var width = rows[0].Count;
            yield return (Path.GetFileName(path), [.. rows.Where(row => row.Count == width).Take(MostRows).Select(Flat)]);
        }
    }

    private static string[] Flat(List<string> row) => [.. row.Select(cell => cell.Replace('\n', ' ').Replace("\"", "", StringComparison.Ordinal).Trim())];
}
