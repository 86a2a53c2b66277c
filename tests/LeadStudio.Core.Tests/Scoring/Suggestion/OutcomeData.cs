using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Core.Tests.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Scoring.Suggestion;

/// <summary>A table of closed leads, each column with the type that an import would give it.</summary>
internal sealed class OutcomeData
{
    private const int MostOptions = 60;

    private OutcomeData(FactCatalog catalog, IReadOnlyList<LeadFacts> leads, bool[] won) => (Catalog, Leads, Won, Sources) = (catalog, leads, won, new int[won.Length]);

    public FactCatalog Catalog { get; }

    public IReadOnlyList<LeadFacts> Leads { get; }

    public bool[] Won { get; }

    /// <summary>Gets the source of each lead; at first the same.</summary>
    public int[] Sources { get; private init; }

    /// <summary>Reads a CSV file; "Select" and "unknown" mean missing, as they do in these files.</summary>
    public static OutcomeData Read(string path, Func<IReadOnlyDictionary<string, string>, bool> won, params IReadOnlyCollection<string> without)
    {
        var (_, headers, rows) = CsvTestData.Read(path);
        return From(headers, rows, won, without);
    }

    public static OutcomeData From(
        IReadOnlyList<string> headers, IReadOnlyList<string[]> rows, Func<IReadOnlyDictionary<string, string>, bool> won, IReadOnlyCollection<string> without)
    {
        var columns = headers.Select((header, index) => (header, index)).Where(column => !without.Contains(column.header)).ToList();
        var catalog = FactCatalog.For(columns.Select(column => Describe(column.header, rows.Select(row => Clean(row[column.index])).OfType<string>())));
        var leads = new List<LeadFacts>();
        foreach (var row in rows)
        {
            var facts = new LeadFacts(catalog);
            foreach (var (header, index) in columns)
            {
                Fill(facts, catalog.Find(KeyOf(header))!, Clean(row[index]));
            }

            leads.Add(facts);
        }

        var outcomes = rows.Select(row => won(headers.Select((header, index) => (header, row[index])).ToDictionary(cell => cell.header, cell => cell.Item2)));
        return new OutcomeData(catalog, leads, [.. outcomes]);
    }

    /// <summary>Puts two tables under one another, as two imports do: what a file does not have is missing for its leads.</summary>
    public static OutcomeData Join(
        (IReadOnlyList<string> Headers, IReadOnlyList<string[]> Rows) first, (IReadOnlyList<string> Headers, IReadOnlyList<string[]> Rows) second, string outcome, string won, params IReadOnlyCollection<string> without)
    {
        List<string> headers = [.. first.Headers.Union(second.Headers)];
        IEnumerable<string[]> Widen((IReadOnlyList<string> Headers, IReadOnlyList<string[]> Rows) table)
        {
            var places = headers.ConvertAll(header => table.Headers.ToList().IndexOf(header));
            return table.Rows.Select(row => places.Select(place => place < 0 ? "" : row[place]).ToArray());
        }

        var data = From(headers, [.. Widen(first), .. Widen(second)], row => row[outcome] == won, [outcome, .. without]);
        return new(data.Catalog, data.Leads, data.Won) { Sources = [.. data.Leads.Select((_, row) => row < first.Rows.Count ? 0 : 1)] };
    }

    public ScorecardSuggestion Suggest(Func<int, bool>? rows = null)
    {
        var builder = new FactTableBuilder(Catalog);
        var chosen = Enumerable.Range(0, Leads.Count).Where(rows ?? (_ => true)).ToList();
        chosen.ForEach(row => builder.Add(Leads[row]));
        var result = ScorecardSuggester.Suggest(Catalog, new ClosedLeads(builder.Build(), [.. chosen.Select(row => Won[row])], [.. chosen.Select(row => Sources[row])]));
        Assert.True(result.IsSuccess, result.Error?.Message);
        return result.Value;
    }

    /// <summary>Fits a card on one half and ranks the other by it, both ways round.</summary>
    public double CrossValidate() =>
        Enumerable.Range(0, 2).Average(half => Auc(Fit(Suggest(row => row % 2 == half)), row => row % 2 != half));

    public double Auc(Scorecard card, Func<int, bool>? rows = null)
    {
        var compiled = CompiledScorecard.Compile(card, Catalog);
        return RankQuality.Auc(Enumerable.Range(0, Leads.Count).Where(rows ?? (_ => true)).Select(row => (compiled.Score(Leads[row], asOf: 0).Score, Won[row])));
    }

    public static Scorecard Fit(ScorecardSuggestion suggestion) =>
        CardFitter.Fit([.. suggestion.Fields.Where(field => field.Suspicion is null).SelectMany(field => field.Rules)], suggestion.Outcomes)!;

    private static string? Clean(string cell) => cell.Trim() is "" or "Select" or "unknown" ? null : cell.Trim();

    private static string KeyOf(string header) => string.Concat(header.Where(char.IsLetterOrDigit));

    private static ColumnDescription Describe(string header, IEnumerable<string> values)
    {
        var distinct = values.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOptions * 20).ToList();
        var type = distinct.Count > 0 && distinct.TrueForAll(IsNumber) ? ColumnType.Number
            : distinct.Count > 0 && distinct.TrueForAll(IsDate) ? ColumnType.Date
            : distinct.TrueForAll(value => value is "Yes" or "No" or "yes" or "no") ? ColumnType.Boolean
            : distinct.Count <= MostOptions ? ColumnType.Choice
            : ColumnType.Text;
        var options = type == ColumnType.Choice ? distinct.Select((value, index) => new ColumnOption(index + 1, value)) : [];
        return new(KeyOf(header), header, type, [.. options]);
    }

    private static bool IsNumber(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static bool IsDate(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static void Fill(LeadFacts facts, FactDescription fact, string? value)
    {
        if (fact.Slot.Kind == SlotKind.Text)
        {
            facts.SetText(fact.Slot, value);
            return;
        }

        double? number = value is null ? null : fact.Type switch
        {
            ColumnType.Number => double.Parse(value, CultureInfo.InvariantCulture),
            ColumnType.Boolean => value is "Yes" or "yes" ? 1 : 0,
            ColumnType.Date => UtcMicroseconds.From(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            _ => fact.Options.First(option => string.Equals(option.Label, value, StringComparison.OrdinalIgnoreCase)).Code,
        };
        facts.SetNumber(fact.Slot, number);
    }
}
