using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>One meaning that a column may have.</summary>
/// <param name="Column">The column.</param>
/// <param name="Target">A field's key, or a constant of <see cref="HeaderNames"/>.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
internal sealed record TargetGuess(ColumnSample Column, string Target, double Confidence)
{
    private const double ByValues = 0.7;
    private const double ByEnding = 0.5;

    /// <summary>Lists what a column may mean, by its name and its values.</summary>
    public static IEnumerable<TargetGuess> For(ColumnSample column, FieldCatalog catalog)
    {
        if (catalog.Fields.FirstOrDefault(field => !field.IsStandard && IsNamed(field, column.Header)) is { } custom && column.Fits(custom))
        {
            yield return new(column, custom.Key, 1);
        }

        var named = HeaderNames.Find(column.Header);
        if (named is var (target, confidence) && Fits(column, target, catalog))
        {
            yield return new(column, target, column.IsEmpty ? confidence / 2 : confidence);
        }
        else if (named is (StandardFields.Stage, _) && column.HoldsOutcomes && !column.HoldsYesOrNo)
        {
            yield return new(column, StandardFields.Outcome, ByValues);
        }

        if (column.HoldsEmails && column.MostlyDiffers && named is not (StandardFields.Owner, _))
        {
            yield return new(column, StandardFields.Email, column.IsUnique ? ByValues : ByEnding);
        }

        if (HeaderNames.LooksLikeId(column.Header) && IsId(column) && !HeaderNames.NamesAnotherThing(column.Header))
        {
            yield return new(column, StandardFields.ExternalId, ByEnding);
        }
    }

    private static bool IsNamed(Field field, string header) =>
        field.Key.Equals(FieldKey.From(header), StringComparison.OrdinalIgnoreCase) || field.Label.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsId(ColumnSample column) => column.IsUnique && column.Filled >= 0.95 && column.Profile.MaxLength <= Cells.CellReader.LongestKey;

    private static bool Fits(ColumnSample column, string target, FieldCatalog catalog) => target switch
    {
        HeaderNames.FullName => !column.HoldsEmails && !column.HoldsNumbers,
        HeaderNames.LostAt or HeaderNames.ClosedAt => column.HoldsDates,
        StandardFields.Email => column.IsEmpty || column.EmailShare >= 0.5,
        StandardFields.ExternalId => IsId(column),
        StandardFields.Outcome => column.HoldsOutcomes,
        StandardFields.Stage => !column.HoldsOutcomes || column.HoldsYesOrNo is false && column.Profile.Values.Count > 5,
        _ => column.Fits(catalog[target]),
    };
}
