using System.Globalization;
using LeadStudio.Benchmarks;
using LeadStudio.Benchmarks.Accuracy;
using LeadStudio.Benchmarks.Acts;
using LeadStudio.Benchmarks.Api;
using LeadStudio.Benchmarks.Import;
using LeadStudio.Benchmarks.List;
using LeadStudio.Benchmarks.Palette;
using LeadStudio.Benchmarks.Read;
using LeadStudio.Benchmarks.Rescore;
using LeadStudio.Benchmarks.Rules;
using LeadStudio.Benchmarks.Trees;
using LeadStudio.Benchmarks.Undo;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [BareServer.Command])
{
    await BareServer.RunAsync();
    return 0;
}

IBenchmark[] benchmarks = [new RulesBenchmark(), new ReadBenchmark(), new ImportBenchmark(), new ListBenchmark(), new RescoreBenchmark(), new UndoBenchmark(), new MergeBenchmark(), new PaletteBenchmark(), new ApiBenchmark(), new FeedBenchmark(), new ExportBenchmark(), new TreesBenchmark(), new AccuracyBenchmark(), new LargeReadBenchmark()];
var chosen = benchmarks.Where(benchmark => args.Length == 0 ? !benchmark.IsOptional : args.Contains(benchmark.Name)).ToArray();
if (chosen.Length < Math.Max(1, args.Length))
{
    await Console.Error.WriteLineAsync($"Name one or more of: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}. Without a name all run but accuracy and read-large.");
    return 2;
}

var isReached = true;
foreach (var benchmark in chosen)
{
    isReached &= await benchmark.RunAsync(CancellationToken.None);
}

return isReached ? 0 : 1;
