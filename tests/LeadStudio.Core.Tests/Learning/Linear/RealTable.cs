using System.Globalization;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Tests.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Learning.Linear;

/// <summary>Rows of real data as typed columns, with their outcomes.</summary>
internal sealed record RealTable(ColumnTable Columns, bool[] Labels)
{
    public static RealTable BankWithoutDuration()
    {
        var (_, headers, rows) = CsvTestData.Read(CsvTestData.Path("bank-marketing", "bank-full_train.csv"));
        foreach (var row in rows.Where(row => row[headers.ToList().IndexOf("pdays")] == "-1")) // never contacted before
        {
            row[headers.ToList().IndexOf("pdays")] = "";
        }

        return From(headers, rows, ["duration", "y"], ["age", "balance", "day", "campaign", "pdays", "previous"], row => row[^1] == "yes");
    }

    /// <summary>What is known when a lead comes: where from, on which page, and when.</summary>
    public static RealTable Olist()
    {
        var (_, headers, leads) = CsvTestData.Read(CsvTestData.Path("olist-funnel", "olist_marketing_qualified_leads_train.csv"));
        var (_, _, deals) = CsvTestData.Read(CsvTestData.Path("olist-funnel", "olist_closed_deals_train.csv"));
        var closed = deals.Select(deal => deal[0]).ToHashSet(StringComparer.Ordinal);
        return From(headers, leads, ["mql_id"], [], row => closed.Contains(row[0]));
    }

    /// <summary>The rows as the Python script wants them: numbers and dates as numbers, all others as texts.</summary>
    public object ForPython()
    {
        object? Plain(Column column, int row) => column.Kind == CellKind.Text ? column[row].Text ?? "" : column[row].Kind == CellKind.Missing ? null : column[row].Number;
        return new
        {
            Numbers = Columns.Columns.Where(column => column.Kind != CellKind.Text).Select(column => Enumerable.Range(0, column.Count).Select(row => Plain(column, row))),
            Texts = Columns.Columns.Where(column => column.Kind == CellKind.Text).Select(column => Enumerable.Range(0, column.Count).Select(row => Plain(column, row))),
            Labels,
            Folds = Folds(),
        };
    }

    /// <summary>Five folds with the outcomes in the same proportion: the rows of an outcome are dealt out in turn.</summary>
    public int[] Folds()
    {
        var dealt = new int[2];
        return Array.ConvertAll(Labels, label => dealt[label ? 1 : 0]++ % 5);
    }

    public ColumnTable Select(IEnumerable<int> rows)
    {
        var taken = rows.ToArray();
        return new ColumnTable([.. Columns.Columns.Select(column => Take(column, taken))], Array.ConvertAll(taken, row => Columns.AsOf[row]));
    }

    private static RealTable From(IReadOnlyList<string> headers, List<string[]> rows, string[] without, string[] numbers, Func<string[], bool> label)
    {
        var asOf = new DateTimeOffset[rows.Count];
        Array.Fill(asOf, new DateTimeOffset(2018, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var columns = Enumerable.Range(0, headers.Count).Where(at => !without.Contains(headers[at])).Select(at =>
            numbers.Contains(headers[at]) ? Column.Of(headers[at], [.. rows.Select(row => row[at].Length == 0 ? null : (double?)double.Parse(row[at], CultureInfo.InvariantCulture))])
            : headers[at].EndsWith("_date", StringComparison.Ordinal) ? Column.Of(headers[at], [.. rows.Select(row => (DateTimeOffset?)DateTimeOffset.Parse(row[at], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))])
            : Column.Of(headers[at], [.. rows.Select(row => (string?)row[at])]));
        return new RealTable(new ColumnTable([.. columns], asOf), [.. rows.Select(label)]);
    }

    private static Column Take(Column column, int[] rows) => column.Kind switch
    {
        CellKind.Number => Column.Of(column.Name, Array.ConvertAll(rows, row => column[row].Kind == CellKind.Missing ? null : (double?)column[row].Number)),
        CellKind.Date => Column.Of(column.Name, Array.ConvertAll(rows, row => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddDays(column[row].Number))),
        _ => Column.Of(column.Name, Array.ConvertAll(rows, row => column[row].Text)),
    };
}
