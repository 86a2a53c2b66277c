using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Leads.Import.Csv.Pollution;

/// <summary>Pollutes clean tables in the ways of the literature, and counts how many files come out right.</summary>
/// <remarks>Kinds: G. Vitagliano et al., "Pollock: A Data Loading Benchmark", PVLDB 16 (2023), and what CRMs and offices write.</remarks>
public sealed class CsvPollutionTests(ITestOutputHelper output)
{
    private const double LeastShare = 0.97;
    private const int Rounds = 8;

    [SkippableFact]
    public void Read_FilePolluted_GivesTheCleanRows() =>
        Check(CleanTables.All().SelectMany(table => FilePollutions.Of(table.Rows).Select(file => (table.Name, file))));

    [SkippableFact]
    public void Read_RowPolluted_IsMendedOrRefused()
    {
        var random = new Random(7);

        Check(CleanTables.All().SelectMany(table => Enumerable.Range(0, Rounds).SelectMany(_ => RowPollutions.Of(table.Rows, random)).Select(file => (table.Name, file))));
    }

    private void Check(IEnumerable<(string Table, PollutedFile File)> files)
    {
        var results = files.Select(file => (file.Table, file.File.Kind, Difference: file.File.Difference())).ToList();

        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var wrong = kind.Where(result => result.Difference is not null).ToList();
            output.WriteLine($"{kind.Key}: {kind.Count() - wrong.Count} of {kind.Count()}");
            foreach (var (table, _, difference) in wrong.Take(5))
            {
                output.WriteLine($"   {table}: {difference?[..Math.Min(difference.Length, 600)]}");
            }
        }

        var share = results.Count(result => result.Difference is null) / (double)results.Count;
        Assert.True(share >= LeastShare, $"{share:P1} of {results.Count} files");
    }
}
