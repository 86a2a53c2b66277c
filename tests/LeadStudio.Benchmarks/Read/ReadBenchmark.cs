using LeadStudio.Benchmarks.Import;

namespace LeadStudio.Benchmarks.Read;

/// <summary>Reads 1,000,000 rows of 15 columns into values, beside CsvHelper's <c>GetRecords</c>.</summary>
internal sealed class ReadBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;
    private const double LeastOfThePeer = 0.8;

    public string Name => "read";

    public Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-read-");
        try
        {
            var file = Path.Combine(folder.FullName, "leads.csv");
            LeadsFile.Write(file, Rows);
            return Task.FromResult(Compare(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The two take turns, so that the machine's moods strike both alike; the first round warms them up.
    private static bool Compare(string file)
    {
        var (ours, peer) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var (own, other) = (default(RowSum), default(RowSum));
            var peerCpu = CpuClock.Measure(() => other = Readers.ByPeer(file)).Cpu;
            var ownCpu = CpuClock.Measure(() => own = Readers.ByOurs(file)).Cpu;
            if (own != other || own.Rows != Rows)
            {
                throw new InvalidOperationException($"The two read different values: {own} and {other}.");
            }

            if (round >= 0)
            {
                ours.Add(Rows / ownCpu.TotalSeconds);
                peer.Add(Rows / peerCpu.TotalSeconds);
            }
        }

        var (median, peerMedian) = (CpuClock.Median(ours), CpuClock.Median(peer));
        Console.WriteLine($"""
            1,000,000 rows x 15 columns into typed values; both read the same.
            | what | rows a CPU second | aim |
            | --- | --- | --- |
            | CsvHelper 34, GetRecords | {peerMedian / 1e6:0.00} million | |
            | ours, dialect and broken rows detected | {median / 1e6:0.00} million, {median / peerMedian:0.00} times | {LeastOfThePeer} times |
            """);
        return median >= LeastOfThePeer * peerMedian;
    }
}
