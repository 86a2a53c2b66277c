using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Guessing;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Guesses what the columns of a file mean, from their names and their first values.</summary>
internal static class ImportAnalyzer
{
    private const int RowsShown = 20;
    private const int MostColumns = 1000;

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="known">What there is for its columns to go to.</param>
    /// <param name="about">What its rows are about; null to guess it.</param>
    /// <param name="rowsAnalyzed">How many rows to look at.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Result<ImportAnalysis> Analyze(
        Stream file, CsvDialect dialect, KnownFields known, ImportSubject? about, int rowsAnalyzed, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var reader = CsvReader.Open(file, dialect, CsvRowRepair.Learn(file, dialect), cancellationToken);
        if (reader.Headers.Count > MostColumns)
        {
            return new FileIsNoCsv($"The file has {reader.Headers.Count} columns, more than {MostColumns}. Leave those out of the export that you do not need.");
        }

        var profilers = reader.Headers.Select(_ => new ColumnProfiler()).ToArray();
        var rows = new List<string[]>(RowsShown);
        var hasMore = true;
        while (reader.RowNumber < rowsAnalyzed && (hasMore = reader.Read(cancellationToken)))
        {
            if (rows.Count < RowsShown)
            {
                rows.Add([.. profilers.Select((_, column) => reader[column].ToString())]);
            }

            for (var column = 0; column < profilers.Length && reader.Damage == CsvDamage.None; column++)
            {
                profilers[column].Add(reader[column]);
            }
        }

        if (rows.Count == 0)
        {
            return new FileIsNoCsv("The file names its columns but has no row. Export it again, with the leads.");
        }

        var columns = reader.Headers.Select((header, index) => new ColumnSample(index, header, profilers[index].Build())).ToList();
        var subject = about ?? CompanyNames.About(columns);
        var guesses = subject == ImportSubject.Companies ? CompanyGuesses.Of(columns, known.OfCompanies) : ColumnGuesses.Of(columns, known.OfLeads);
        var analysis = new ImportAnalysis(dialect, rows, guesses, SourceGuess.Of(reader.Headers), reader.RowNumber, !hasMore, null, subject);
        return analysis with { Hint = HintOf(analysis, columns) };
    }

    private static string? HintOf(ImportAnalysis analysis, List<ColumnSample> columns)
    {
        var fields = analysis.Columns.Where(column => column.Mapping.Use == ColumnUse.Field).Select(column => column.Mapping.Field).ToHashSet(StringComparer.Ordinal);
        if (analysis.About == ImportSubject.Companies ? !fields.Overlaps([CompanyFields.Name, CompanyFields.Domain, CompanyFields.ExternalId])
            : !fields.Overlaps([StandardFields.Email, StandardFields.ExternalId]))
        {
            return analysis.About == ImportSubject.Companies
                ? "No column looks like the name, the domain or the id of a company. Choose the one by which a company is recognised when it comes again."
                : "This seems to be a file of neither people nor companies: no column looks like an e-mail address or the id of a person, and none names a company. "
                    + "If it is one, choose the column by which a lead is recognised when it comes again; else discard the file.";
        }

        var ambiguous = analysis.Columns.Zip(columns)
            .Where(pair => pair.Second.Profile.DateOrderEvidence == DateOrderEvidence.Ambiguous && pair.First.Mapping is { Use: not ColumnUse.Ignore } mapping
                && (mapping.Type == FieldType.Date || mapping.Use == ColumnUse.Field))
            .Select(pair => $"\"{pair.Second.Header}\"")
            .ToList();
        return ambiguous.Count == 0
            ? null
            : $"The dates in {string.Join(", ", ambiguous)} can be read in two ways, such as {columns.First(column => column.Header == ambiguous[0].Trim('"')).Samples[0]}. " +
              "Check whether the day or the month comes first.";
    }
}

/// <summary>What there is for the columns of a file to go to.</summary>
/// <param name="OfLeads">The fields of leads.</param>
/// <param name="OfCompanies">The fields of companies.</param>
internal sealed record KnownFields(FieldCatalog OfLeads, IReadOnlyList<CompanyField> OfCompanies);
