using System.Globalization;
using System.Text.Json;
using LeadStudio.Core.Leads.Import.Csv;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

/// <summary>Reads damaged and odd files, and compares them with their clean tables cell for cell.</summary>
/// <remarks>Source: G. Vitagliano et al., "Pollock: A Data Loading Benchmark", PVLDB 16 (2023).</remarks>
public sealed class CsvCorpusTests(ITestOutputHelper output)
{
    // What differs, and why. The rest of each corpus comes out equal.
    private static readonly Dictionary<string, string> s_known = new()
    {
        ["Copy_of_2016-17_Q3_Final_V2.csv"] = "the clean header lost a pound sign that the file has as U+009C",
        ["PLA_6%Talc-1hz.csv"] = "the clean header has two apostrophes for a quote in a name",
        ["vissim_data_conf2473_i7_v1987.csv"] = "the separator given is the comma, but it is the semicolon; detected right",
        ["epcs-dwp-cmg-spend-july-2017.csv"] = "the preamble given counts rows, ours counts lines; detected right",
        ["workforce-management-information-dft_201706.csv"] = "three rows of names with gaps of several meanings; the rows are right",
        ["Note_4_Staff_costs_-_Average_number_of_persons_employed_13-14.csv"] = "a title and a gap count as rows of names; for us they are preamble; right if given",
        ["Sustainability_-_Water_consumption_P_56.csv"] = "a title counts as a row of names; for us it is preamble; right if given",
    };

    [SkippableTheory]
    [InlineData("pollock", false, false, 60)]
    [InlineData("pollock", false, true, 60)]
    [InlineData("pollock", true, true, 60)]
    [InlineData("open-data-sample", false, false, 37)]
    [InlineData("open-data-sample", false, true, 32)]
    [InlineData("open-data-sample", true, true, 32)]
    public void Read_CorpusFile_EqualsCleanTable(string corpus, bool dialectGiven, bool withNames, int atLeast)
    {
        var folder = CsvTestData.Path("csv-import", corpus);
        var files = Directory.GetFiles(Path.Combine(folder, "csv")).Order(StringComparer.Ordinal).ToList();

        var differences = files.Select(file => (Name: Path.GetFileName(file), Reason: Compare(folder, file, dialectGiven, withNames)))
            .Where(file => file.Reason is not null).ToList();

        output.WriteLine($"{corpus}: {files.Count - differences.Count} of {files.Count}");
        differences.ForEach(file => output.WriteLine($"{file.Name}: {file.Reason}"));
        Assert.Empty(differences.Select(file => file.Name).Except(s_known.Keys));
        Assert.True(files.Count - differences.Count >= atLeast, string.Join('\n', differences));
    }

    private static string? Compare(string folder, string file, bool dialectGiven, bool withNames)
    {
        var name = Path.GetFileName(file);
        var clean = CsvTestData.ReadStrictly(ReadClean(Path.Combine(folder, "clean", name)));
        using var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "parameters", name + "_parameters.json")));
        using var stream = File.OpenRead(file);
        var detected = CsvDialectDetector.Detect(stream);
        if (detected.Error is { } error)
        {
            return error.Message;
        }

        var expected = Dialect(parameters.RootElement);
        var dialect = dialectGiven ? expected with { Encoding = detected.Value!.Encoding, Columns = clean.Max(row => row.Count) } : detected.Value!;
        var reader = CsvReader.Open(stream, dialect, CsvRowRepair.Learn(stream, dialect));
        var rows = CsvTestData.Rows(reader, refused: false);
        var about = dialectGiven ? "" : $" {reader.Headers.Count}/{dialect} (separator '{dialect.Separator}', {dialect.PreambleLines} + {dialect.HeaderRows} lines above; expected '{expected.Separator}', {expected.PreambleLines} + {expected.HeaderRows})";
        if (withNames && dialect.HeaderRows > 0 && !reader.Headers.SequenceEqual(CsvHeaders.Name([[.. clean[0]]], Math.Max(clean[0].Count, reader.Headers.Count))))
        {
            return "header " + string.Join('|', reader.Headers.Take(2)) + " for " + string.Join('|', clean[0].Take(2)) + about;
        }

        for (var row = 0; row < Math.Min(rows.Count, clean.Count - 1); row++)
        {
            if (!rows[row].AsSpan().TrimEnd("").SequenceEqual([.. clean[row + 1].ToArray().AsSpan().TrimEnd("")]))
            {
                return $"row {row + 1}: {string.Join('|', rows[row])} for {string.Join('|', clean[row + 1])}" + about;
            }
        }

        return rows.Count == clean.Count - 1 ? null : $"{rows.Count} rows for {clean.Count - 1}" + about;
    }

    private static string ReadClean(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return CsvEncodings.Get(CsvEncodings.Utf8Name).GetString(bytes).TrimStart('\uFEFF');
    }

    private static CsvDialect Dialect(JsonElement parameters)
    {
        string Text(string key) => parameters.GetProperty(key).GetString() ?? "";
        int Number(string key) => parameters.GetProperty(key) is { ValueKind: JsonValueKind.String } text
            ? int.Parse(text.GetString()!, CultureInfo.InvariantCulture)
            : parameters.GetProperty(key).GetInt32();

        return new CsvDialect
        {
            Separator = Text("delimiter")[0],
            SpaceAfterSeparator = Text("delimiter").Length > 1,
            Escape = Text("escapechar") == "\\" ? CsvEscape.Backslash : CsvEscape.Doubled,
            PreambleLines = Number("preamble_lines"),
            HeaderRows = Number("header_lines"),
        };
    }
}
