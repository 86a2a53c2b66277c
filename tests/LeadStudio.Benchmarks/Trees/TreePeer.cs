using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace LeadStudio.Benchmarks.Trees;

/// <summary>Debian's learners, each run in a process of its own.</summary>
/// <param name="folder">Where the rows are.</param>
internal sealed class TreePeer(string folder)
{
    private const string Program = "/usr/bin/python3";

    /// <summary>Writes the rows.</summary>
    public Task WriteRowsAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken, "data");

    /// <summary>Trains, predicts and explains.</summary>
    public async Task<PeerFigures> MeasureAsync(string peer, int threads, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<PeerFigures>(await RunAsync(cancellationToken, peer, threads.ToString(CultureInfo.InvariantCulture)), JsonSerializerOptions.Web)!;

    private async Task<string> RunAsync(CancellationToken cancellationToken, string what, params string[] more)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "peers", "trees.py"), what, folder, .. more];
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{what} failed; the peers need python3-xgboost and python3-sklearn.");
    }
}

/// <summary>What a peer needed: seconds, and of processor time.</summary>
/// <param name="Train">Seconds to bin and train.</param>
/// <param name="Auc">The area under the ROC curve on the kept rows.</param>
/// <param name="PredictCpu">Processor seconds to predict 50,000 rows.</param>
/// <param name="ExplainCpu">Processor seconds to explain 2,000 rows; 0 where it cannot.</param>
internal sealed record PeerFigures(double Train, double Auc, double PredictCpu, double ExplainCpu);
