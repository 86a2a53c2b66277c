using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>Gives each column of a file one meaning, and each field at most one column.</summary>
internal static class ColumnGuesses
{
    private const double NewFieldConfidence = 0.6;

    public static IReadOnlyList<ColumnGuess> Of(IReadOnlyList<ColumnSample> columns, FieldCatalog catalog)
    {
        if (CsvOwnFile.IsOwn([.. columns.Select(column => column.Header)]))
        {
            return [.. columns.Select(column => Own(column, catalog))];
        }

        var chosen = Choose(columns, catalog);
        return [.. columns.Select(column => Guess(column, chosen.GetValueOrDefault(column), chosen.Values, columns))];
    }

    // The columns of an own export are known by their names, and written in one way only.
    private static ColumnGuess Own(ColumnSample column, FieldCatalog catalog)
    {
        var isOwn = column.Header is CsvOwnFile.Score or CsvOwnFile.Band;
        var field = catalog.Fields.FirstOrDefault(field => field.Label == column.Header && field.Key != StandardFields.UpdatedAt);
        var mapping = new ColumnMapping
        {
            Name = column.Header,
            Label = Label(column.Header),
            Type = column.NewType(),
            Use = field is not null ? ColumnUse.Field : isOwn || column.IsEmpty ? ColumnUse.Ignore : ColumnUse.NewField,
            Field = field?.Key,
        };
        return Guess(column, mapping, isOwn || field is not null ? 1 : null);
    }

    private static Dictionary<ColumnSample, TargetGuess> Choose(IReadOnlyList<ColumnSample> columns, FieldCatalog catalog)
    {
        var chosen = new Dictionary<ColumnSample, TargetGuess>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var guesses = columns.SelectMany(column => TargetGuess.For(column, catalog))
            .OrderByDescending(guess => guess.Confidence).ThenByDescending(guess => guess.Column.Filled).ThenBy(guess => guess.Column.Index);
        foreach (var guess in guesses)
        {
            var fields = FieldsOf(guess.Target);
            if (!chosen.ContainsKey(guess.Column) && !fields.Any(taken.Contains))
            {
                chosen.Add(guess.Column, guess);
                taken.UnionWith(fields);
            }
        }

        // The day on which somebody expects to close says nothing where no column tells who was won.
        foreach (var (column, guess) in chosen.ToList())
        {
            if (guess.Target == HeaderNames.ClosedAt && !taken.Contains(StandardFields.Outcome))
            {
                chosen.Remove(column);
            }
        }

        return chosen;
    }

    private static string[] FieldsOf(string target) => target switch
    {
        HeaderNames.FullName => [StandardFields.FirstName, StandardFields.LastName],
        HeaderNames.LostAt or HeaderNames.ClosedAt => [StandardFields.OutcomeAt],
        _ => [target],
    };

    private static ColumnGuess Guess(
        ColumnSample column, TargetGuess? guess, IEnumerable<TargetGuess> chosen, IReadOnlyList<ColumnSample> columns)
    {
        var plain = Plain(column);
        if (IsReason(column, columns))
        {
            return Guess(column, plain, confidence: 1);
        }

        // Where another column tells how far a lead is, one that was not won is on its way; else the file would close every lead.
        var mapping = guess switch
        {
            null => plain with { Use = column.IsEmpty ? ColumnUse.Ignore : ColumnUse.NewField },
            { Target: HeaderNames.FullName } => plain with { Use = ColumnUse.FullName },
            { Target: HeaderNames.LostAt } => plain with { Use = ColumnUse.Field, Field = StandardFields.OutcomeAt, DateMeansLost = true },
            { Target: HeaderNames.ClosedAt } => plain with { Use = ColumnUse.Field, Field = StandardFields.OutcomeAt },
            { Target: StandardFields.Outcome } => plain with
            {
                Use = ColumnUse.Field,
                Field = StandardFields.Outcome,
                No = column.DecidesEveryRow && !chosen.Any(other => other.Target == StandardFields.Stage) ? NoMeaning.Lost : NoMeaning.StillOpen,
            },
            _ => plain with { Use = ColumnUse.Field, Field = guess.Target },
        };
        return Guess(column, mapping, guess?.Confidence);
    }

    /// <summary>Makes a guess out of a meaning.</summary>
    public static ColumnGuess Guess(ColumnSample column, ColumnMapping mapping, double? confidence) =>
        new(mapping, confidence ?? NewFieldConfidence, column.Samples, column.Filled, column.Profile.DateOrderEvidence);

    /// <summary>Gives how a column's values are read, whatever it means.</summary>
    public static ColumnMapping Plain(ColumnSample column) => new()
    {
        Name = column.Header,
        Label = Label(column.Header),
        Type = column.NewType(),
        DateOrder = column.Profile.DateOrder,
        DecimalMark = column.Profile.DecimalMark,
        Missing = column.Profile.LikelyMissing,
    };

    /// <summary>Tells whether a column is the one in which LeadStudio said why rows were refused.</summary>
    public static bool IsReason(ColumnSample column, IReadOnlyList<ColumnSample> columns) =>
        column == columns[^1] && RejectedRows.IsReason([.. columns.Select(other => other.Header)]) && column.Profile.Values.Keys.All(IsReason);

    private static bool IsReason(string value) => value.StartsWith("Line ", StringComparison.Ordinal);

    // "business_segment" is for machines.
    private static string Label(string header)
    {
        var text = header.Trim();
        var words = text.Replace('_', ' ').Trim();
        words = words.Length <= MappingRules.LongestLabel ? words : words[..MappingRules.LongestLabel];
        return words.Length == 0 ? text : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
