using System.Diagnostics;
using System.Text.Json;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Benchmarks.Accuracy;

/// <summary>Debian's XGBoost and scikit-learn, untuned, on the same rows and folds.</summary>
internal static class AccuracyPeer
{
    private const string Program = "/usr/bin/python3";

    /// <summary>Lets each peer learn from all folds but one, and predict that one.</summary>
    /// <returns>By peer, a probability per row.</returns>
    public static async Task<Dictionary<string, double[]>> PredictAsync(DataSet data, IReadOnlyList<Split> folds, CancellationToken cancellationToken)
    {
        var fold = new int[data.Labels.Length];
        for (var number = 0; number < folds.Count; number++)
        {
            foreach (var row in folds[number].Test)
            {
                fold[row] = number;
            }
        }

        var columns = Enumerable.Range(0, data.Headers.Length).Select(at => data.IsNumber(at) || data.IsDate(at)
            ? (object)data.Rows.Select(row => DataSet.NumberOf(row[at]) ?? DataSet.DateOf(row[at])?.ToUnixTimeSeconds())
            : data.Rows.Select(row => row[at]));
        var input = JsonSerializer.Serialize(new { columns, labels = data.Labels, fold });
        using var process = Process.Start(new ProcessStartInfo(Program, [Path.Combine(AppContext.BaseDirectory, "peers", "accuracy.py")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var answer = await output;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double[]>>(answer)!
            : throw new InvalidOperationException("The peers failed; they need python3-xgboost, python3-sklearn and python3-pandas.");
    }
}
