using System.Diagnostics;
using LeadStudio.Benchmarks.Import;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Benchmarks.Read;

/// <summary>Reads a file of 2 GB and shows that its size does not matter to the memory.</summary>
internal sealed class LargeReadBenchmark : IBenchmark
{
    private const int RowsPerPart = 1_000_000;
    private const long Bytes = 2L << 30;
    private const double MostMegabytes = 16;

    public string Name => "read-large";

    public bool IsOptional => true;

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-read-");
        try
        {
            var part = Path.Combine(folder.FullName, "part.csv");
            LeadsFile.Write(part, RowsPerPart);
            var file = Path.Combine(folder.FullName, "leads.csv");
            var rows = await RepeatAsync(part, file, cancellationToken);
            return Read(file, rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The header of each part but the first is passed over by the reader.
    private static async Task<long> RepeatAsync(string part, string file, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var target = File.Create(file);
        while (target.Length < Bytes)
        {
            await using var source = File.OpenRead(part);
            await source.CopyToAsync(target, cancellationToken);
            rows += RowsPerPart;
        }

        return rows;
    }

    private static bool Read(string file, long expected)
    {
        using var stream = File.OpenRead(file);
        var dialect = CsvDialectDetector.Detect(stream) is { IsSuccess: true, Value: var found } ? found : throw new InvalidOperationException("No CSV.");
        var start = Stopwatch.GetTimestamp();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reader = CsvReader.Open(stream, dialect, CsvRowRepair.Learn(stream, dialect));
        var (characters, most) = (0L, 0L);
        while (reader.Read())
        {
            characters += reader.RawText.Length;
            most = reader.RowNumber % RowsPerPart == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        var (megabytes, seconds) = (most / 1048576.0, Stopwatch.GetElapsedTime(start).TotalSeconds);
        Console.WriteLine($"""
            | reading {stream.Length / 1048576.0:N0} MB | measured | aim |
            | --- | --- | --- |
            | rows | {reader.RowNumber:N0} with {characters:N0} characters in {seconds:0.0} s | {expected:N0} |
            | memory held | {megabytes:0.0} MB | under {MostMegabytes:0} MB |
            """);
        return reader.RowNumber == expected && megabytes < MostMegabytes;
    }
}
