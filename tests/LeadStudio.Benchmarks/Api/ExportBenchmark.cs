using System.Diagnostics;
using LeadStudio.Benchmarks.List;

namespace LeadStudio.Benchmarks.Api;

/// <summary>The file of 1,000,000 leads of 40 fields over HTTP: the server must not hold it.</summary>
internal sealed class ExportBenchmark : IBenchmark
{
    private const int Leads = 1_000_000;
    private const double MostGrowth = 40;
    private const double Megabyte = 1024 * 1024;

    public string Name => "export";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using (await ListDatabase.OpenAsync(Leads))
        {
            // It is made by now.
        }

        var folder = Directory.CreateTempSubdirectory("leadstudio-export-");
        try
        {
            var file = Path.Combine(folder.FullName, "leads.db");
            File.Copy(ListDatabase.FileOf(Leads), file);
            var (server, http) = await ServerProcess.StartAsync(file, folder.FullName);
            await using (server)
            {
                using (http)
                {
                    return await MeasureAsync(server, http, cancellationToken);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(ServerProcess server, HttpClient http, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var stream = await http.GetStreamAsync(new Uri("/api/v1/leads.csv", UriKind.Relative), cancellationToken);
        var (buffer, bytes, lines) = (new byte[1 << 16], 0L, 0L);
        var (early, late) = (0L, 0L);
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            var before = lines * 20 / Leads;
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (lines * 20 / Leads > before)
            {
                // The first third warms up: what it took is what the rest may take.
                var memory = server.ReadMemory();
                (early, late) = lines < Leads / 3 ? (Math.Max(early, memory), late) : (early, Math.Max(late, memory));
            }
        }

        var (took, growth) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (late - early) / Megabyte);
        Console.WriteLine($"{lines - 1:N0} leads, {bytes / Megabyte:N0} MB in {took:0.0} s; the server holds {early / Megabyte:N0} MB after the first third, {late / Megabyte:N0} MB at most after it");
        return Aim.Check("rows of the file", $"{lines - 1:N0}", $"{Leads:N0}", lines - 1 >= Leads)
            & Aim.Check("growth after a third", $"{growth:0} MB", $"{MostGrowth:0} MB", growth < MostGrowth);
    }
}
