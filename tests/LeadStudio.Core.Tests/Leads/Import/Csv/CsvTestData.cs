using System.Text;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

/// <summary>The CSV files beside the checkout, and plain ways to read them.</summary>
internal static class CsvTestData
{
    /// <summary>Finds a file or folder of <c>../shared/data</c>; skips the test where it is missing, but fails it in CI.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => TestData.Path(string.Join('/', parts));

    /// <summary>Reads a file as detected.</summary>
    public static (CsvDialect Dialect, IReadOnlyList<string> Headers, List<string[]> Rows) Read(string path, bool mend = false)
    {
        using var stream = File.OpenRead(path);
        var result = CsvDialectDetector.Detect(stream);
        Assert.True(result.IsSuccess, result.Error?.Message);
        var reader = CsvReader.Open(stream, result.Value, mend ? CsvRowRepair.Learn(stream, result.Value) : null);
        return (result.Value, reader.Headers, Rows(reader));
    }

    /// <summary>Reads all rows, each as wide as the header; those that an import refuses only if asked for.</summary>
    public static List<string[]> Rows(CsvReader reader, bool refused = true)
    {
        var rows = new List<string[]>();
        while (reader.Read())
        {
            if (reader.Damage != CsvDamage.None && !refused)
            {
                continue;
            }

            var row = new string[Math.Max(reader.FieldCount, reader.Headers.Count)];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader[column].ToString();
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Reads well-formed CSV (RFC 4180) by the letter, as a second opinion.</summary>
    public static List<List<string>> ReadStrictly(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (index + 1 < text.Length && text[index + 1] == '"')
                {
                    cell.Append(text[index++]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        row.Add(cell.ToString());
        rows.Add(row);
        return [.. rows.Where(cells => cells.Exists(text => text.Length > 0))];
    }
}
