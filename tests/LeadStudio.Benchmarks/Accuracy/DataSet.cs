using System.Globalization;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Learning.Encoders;

namespace LeadStudio.Benchmarks.Accuracy;

/// <summary>Rows of real data whose outcome is known, as they stand in their file.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Headers">The columns that may be learned from.</param>
/// <param name="Rows">A text per column; empty where nothing is known.</param>
/// <param name="Labels">The outcome of each row.</param>
/// <param name="BestAuc">The best area under the ROC curve of untuned libraries on other rows of the same source.</param>
/// <param name="BestLogLoss">Their best log-loss, in nats.</param>
internal sealed record DataSet(string Name, string[] Headers, IReadOnlyList<string[]> Rows, bool[] Labels, double BestAuc, double BestLogLoss)
{
    // What sales staff fill in, partly when the outcome is known.
    private static readonly string[] s_leaky =
    [
        "Tags", "Lead Quality", "Lead Profile", "Last Notable Activity", "Asymmetrique Activity Index", "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score",
    ];

    private static readonly string[] s_identifiers = ["Prospect ID", "Lead Number", "Converted"];

    /// <summary>Reads all data sets.</summary>
    /// <param name="folder">Where they are.</param>
    public static IReadOnlyList<DataSet> ReadAll(string folder)
    {
        var leads = Read(Path.Combine(folder, "xeducation/leads_train.csv"));
        var bank = Read(Path.Combine(folder, "bank-marketing/bank-full_train.csv"));
        var shoppers = Read(Path.Combine(folder, "online-shoppers/online_shoppers_intention_train.csv"));
        var olist = Read(Path.Combine(folder, "olist-funnel/olist_marketing_qualified_leads_train.csv"));
        var closed = Read(Path.Combine(folder, "olist-funnel/olist_closed_deals_train.csv")).Rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            leads.Of("X Education, all columns", "Converted", "1", s_identifiers, 0.981, 0.164),
            leads.Of("X Education without leaky", "Converted", "1", [.. s_identifiers, .. s_leaky], 0.897, 0.392),
            bank.Of("Bank, all columns", "y", "yes", ["y"], 0.938, 0.194),
            bank.Of("Bank without duration", "y", "yes", ["y", "duration"], 0.805, 0.281),
            shoppers.Of("Online Shoppers", "Revenue", "TRUE", ["Revenue"], 0.926, 0.234),
            olist.Of("Olist", row => closed.Contains(row[0]), ["mql_id"], 0.702, 0.316),
        ];
    }

    /// <summary>Takes some rows as typed columns.</summary>
    /// <param name="rows">Which, from 0.</param>
    public ColumnTable Columns(ReadOnlySpan<int> rows)
    {
        var taken = rows.ToArray();
        var asOf = new DateTimeOffset[taken.Length];
        Array.Fill(asOf, new DateTimeOffset(2018, 6, 1, 0, 0, 0, TimeSpan.Zero));
        return new ColumnTable([.. Headers.Select((header, at) => ColumnOf(header, at, taken))], asOf);
    }

    /// <summary>Tells whether a column holds numbers: of all rows, as a person who imports the file sees it.</summary>
    /// <param name="column">Which, from 0.</param>
    public bool IsNumber(int column) => Rows.All(row => row[column].Length == 0 || NumberOf(row[column]) is not null);

    /// <summary>Reads a number.</summary>
    public static double? NumberOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a date.</summary>
    public static DateTimeOffset? DateOf(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>Tells whether a column holds dates.</summary>
    /// <param name="column">Which, from 0.</param>
    public bool IsDate(int column) => Rows.All(row => row[column].Length == 0 || DateOf(row[column]) is not null);

    private Column ColumnOf(string header, int at, int[] rows) =>
        IsNumber(at) ? Column.Of(header, Array.ConvertAll(rows, row => NumberOf(Rows[row][at])))
        : IsDate(at) ? Column.Of(header, Array.ConvertAll(rows, row => DateOf(Rows[row][at])))
        : Column.Of(header, Array.ConvertAll(rows, row => (string?)Rows[row][at]));

    private static RawFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        var reader = CsvReader.Open(stream, CsvDialectDetector.Detect(stream).Value!);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            var row = new string[reader.Headers.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader[column].ToString();
            }

            rows.Add(row);
        }

        return new RawFile([.. reader.Headers], rows);
    }

    private sealed record RawFile(string[] Headers, List<string[]> Rows)
    {
        public DataSet Of(string name, string outcome, string yes, string[] without, double auc, double logLoss)
        {
            var at = Array.IndexOf(Headers, outcome);
            return Of(name, row => row[at] == yes, without, auc, logLoss);
        }

        public DataSet Of(string name, Func<string[], bool> label, string[] without, double auc, double logLoss)
        {
            int[] kept = [.. Enumerable.Range(0, Headers.Length).Where(at => !without.Contains(Headers[at]))];
            return new DataSet(
                name, [.. kept.Select(at => Headers[at])], [.. Rows.Select(row => (string[])[.. kept.Select(at => Plain(Headers[at], row[at]))])], [.. Rows.Select(label)], auc, logLoss);
        }

        // In the files' own words: nothing chosen in a form, and never called before.
        private static string Plain(string header, string value) => value == "Select" || (header == "pdays" && value == "-1") ? "" : value;
    }
}
