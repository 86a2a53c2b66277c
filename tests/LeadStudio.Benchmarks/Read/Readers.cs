using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Benchmarks.Read;

/// <summary>Reads the file of leads into values, by CsvHelper and by ours.</summary>
internal static class Readers
{
    /// <summary>Reads by <c>GetRecords</c>, with its defaults.</summary>
    public static RowSum ByPeer(string path)
    {
        var sum = default(RowSum);
        using var reader = CsvHelper.CsvReader.FromFile(path);
        foreach (var row in reader.GetRecords<LeadRow>())
        {
            sum.Add(row);
        }

        return sum;
    }

    /// <summary>Reads by <see cref="CsvReader"/>, which finds out how the file is written and watches for broken rows.</summary>
    public static RowSum ByOurs(string path)
    {
        var sum = default(RowSum);
        using var stream = File.OpenRead(path);
        var dialect = CsvDialectDetector.Detect(stream) is { IsSuccess: true, Value: var found } ? found : throw new InvalidOperationException("No CSV.");
        var reader = CsvReader.Open(stream, dialect, CsvRowRepair.Learn(stream, dialect));
        while (reader.Read())
        {
            sum.Add(RowOf(reader));
        }

        return sum;
    }

    private static LeadRow RowOf(CsvReader reader) => new()
    {
        Id = (long)(NumberOf(reader[0]) ?? throw new InvalidOperationException("No id.")),
        FirstName = reader[1].ToString(),
        LastName = reader[2].ToString(),
        Email = reader[3].ToString(),
        Company = reader[4].ToString(),
        Title = reader[5].ToString(),
        Phone = reader[6].ToString(),
        Country = reader[7].ToString(),
        City = reader[8].ToString(),
        Industry = reader[9].ToString(),
        Employees = NumberOf(reader[10]),
        AnnualRevenue = NumberOf(reader[11]),
        Source = reader[12].ToString(),
        CreatedAt = InstantOf(reader[13]),
        Notes = reader[14].ToString(),
    };

    private static double? NumberOf(ReadOnlySpan<char> cell) => NumberParser.TryParse(cell, DecimalMark.Point, out var number) ? number : null;

    private static DateTimeOffset InstantOf(ReadOnlySpan<char> cell) => InstantParser.TryParse(cell, DateOrder.DayFirst, out var instant)
        ? DateTimeOffset.UnixEpoch.AddMicroseconds(instant)
        : throw new InvalidOperationException($"No instant: {cell}.");
}
