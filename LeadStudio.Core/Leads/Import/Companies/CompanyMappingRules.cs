using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>What the mapping of a file of companies must hold to.</summary>
public static class CompanyMappingRules
{
    /// <summary>Tells whether an empty cell may clear a field: nothing clears what recognises a company, or when something was.</summary>
    /// <param name="field">The field's key.</param>
    /// <returns>Whether it may.</returns>
    public static bool MayClear(string field) =>
        field is not (CompanyFields.Name or CompanyFields.Domain or CompanyFields.ExternalId or StandardFields.UpdatedAt);

    /// <summary>Finds what is wrong.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="fields">The fields of companies that there are.</param>
    /// <returns>A sentence that says what to do; null where nothing is wrong.</returns>
    internal static string? FirstProblem(ImportMapping mapping, IReadOnlyList<CompanyField> fields) =>
        mapping.Columns.Select(column => ProblemOf(column, fields)).FirstOrDefault(problem => problem is not null)
            ?? Doubled(mapping, fields)
            ?? (mapping.Columns.Any(column => column is { Use: ColumnUse.Field, Field: CompanyFields.Name or CompanyFields.Domain or CompanyFields.ExternalId })
                ? null
                : "Choose the column with the name, the domain or the id of the company: by them it is recognised when it comes again.");

    private static string? ProblemOf(ColumnMapping column, IReadOnlyList<CompanyField> fields) => column.Use switch
    {
        ColumnUse.Ignore => null,
        ColumnUse.FullName => $"Column \"{column.Name}\": a company has no first and last name. Choose another field.",
        ColumnUse.Field => column.Field == StandardFields.UpdatedAt || fields.Any(field => field.Key == column.Field)
            ? null
            : $"Column \"{column.Name}\": there is no field \"{column.Field}\" of companies. Choose another one.",
        ColumnUse.NewField => column.Type is FieldType.Choice or FieldType.MultiChoice
            ? $"Column \"{column.Name}\": a field of companies is a text, number, yes or no, or date. Choose one of these types."
            : CompanyFields.WhyNotLabel(fields, column.Label ?? column.Name) is { } reason ? $"Column \"{column.Name}\": {reason.Message}" : null,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Use, "Unknown use of a column."),
    };

    private static string? Doubled(ImportMapping mapping, IReadOnlyList<CompanyField> fields) =>
        mapping.Columns
            .Where(column => column.Use is ColumnUse.Field or ColumnUse.NewField)
            .GroupBy(column => column.Use == ColumnUse.NewField ? (column.Label ?? column.Name).Trim() : fields.FirstOrDefault(field => field.Key == column.Field)?.Label ?? column.Field!, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .Select(group => $"Columns \"{group.First().Name}\" and \"{group.Skip(1).First().Name}\" both go to {group.Key}. Choose one of them; make the other a new field or ignore it.")
            .FirstOrDefault();
}
