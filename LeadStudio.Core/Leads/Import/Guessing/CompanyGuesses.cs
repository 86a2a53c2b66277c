using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>Gives each column of a file of companies one meaning, and each field at most one column.</summary>
internal static class CompanyGuesses
{
    public static IReadOnlyList<ColumnGuess> Of(IReadOnlyList<ColumnSample> columns, IReadOnlyList<CompanyField> fields)
    {
        var chosen = new Dictionary<ColumnSample, (string Field, double Confidence)>();
        foreach (var (column, field, confidence) in columns
            .SelectMany(column => For(column, fields).Select(guess => (Column: column, guess.Field, guess.Confidence)))
            .OrderByDescending(guess => guess.Confidence).ThenBy(guess => guess.Column.Index))
        {
            if (!chosen.ContainsKey(column) && chosen.Values.All(taken => taken.Field != field))
            {
                chosen.Add(column, (field, confidence));
            }
        }

        return [.. columns.Select(column => Guess(column, columns, chosen.TryGetValue(column, out var own) ? own : null))];
    }

    private static IEnumerable<(string Field, double Confidence)> For(ColumnSample column, IReadOnlyList<CompanyField> fields)
    {
        if (fields.FirstOrDefault(field => field.Id >= CompanyFields.FirstCustomId && IsNamed(field, column.Header)) is { } own && Fits(column, own.Type))
        {
            yield return (own.Key, 1);
        }

        if (CompanyNames.Find(column.Header) is var (field, confidence) && !column.IsEmpty && (field != CompanyFields.ExternalId || column.IsUnique))
        {
            yield return (field, confidence);
        }

        if (HeaderNames.Find(column.Header) is (StandardFields.UpdatedAt, var sure) && column.HoldsDates)
        {
            yield return (StandardFields.UpdatedAt, sure);
        }
    }

    private static bool IsNamed(CompanyField field, string header) =>
        field.Key.Equals(FieldKey.From(header), StringComparison.OrdinalIgnoreCase) || field.Label.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Fits(ColumnSample column, FieldType type) => column.IsEmpty || type switch
    {
        FieldType.Text => true,
        FieldType.Number => column.HoldsNumbers,
        FieldType.Boolean => column.HoldsYesOrNo,
        FieldType.Date => column.HoldsDates,
        FieldType.Choice or FieldType.MultiChoice => false,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };

    private static ColumnGuess Guess(ColumnSample column, IReadOnlyList<ColumnSample> columns, (string Field, double Confidence)? target)
    {
        var plain = ColumnGuesses.Plain(column);
        plain = plain with { Type = plain.Type is FieldType.Choice or FieldType.MultiChoice ? FieldType.Text : plain.Type };
        var mapping = target is var (field, _) ? plain with { Use = ColumnUse.Field, Field = field }
            : column.IsEmpty || ColumnGuesses.IsReason(column, columns) ? plain
            : plain with { Use = ColumnUse.NewField };
        return ColumnGuesses.Guess(column, mapping, target?.Confidence);
    }
}
