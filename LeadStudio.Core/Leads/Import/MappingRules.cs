using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Companies;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What a mapping must hold to.</summary>
public static class MappingRules
{
    /// <summary>The longest name of a field or a source, in characters.</summary>
    public const int LongestLabel = 100;

    private static readonly string[] s_person = [StandardFields.Phone, StandardFields.LastName];

    /// <summary>Tells whether an empty cell may clear a field: nothing clears what recognises a lead, or when something was.</summary>
    /// <param name="field">The field's key.</param>
    /// <returns>Whether it may.</returns>
    public static bool MayClear(string field) =>
        field is not (StandardFields.Email or StandardFields.ExternalId or StandardFields.CreatedAt or StandardFields.UpdatedAt);

    /// <summary>Finds what is wrong.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="known">The fields that there are.</param>
    /// <returns>A sentence that says what to do; null where nothing is wrong.</returns>
    internal static string? FirstProblem(ImportMapping mapping, KnownFields known)
    {
        if (string.IsNullOrWhiteSpace(mapping.SourceName) || mapping.SourceName.Length > LongestLabel)
        {
            return $"Name the system that the file comes from, in at most {LongestLabel} characters.";
        }

        if (mapping.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return $"There is no time zone {zone}. Choose one of the list.";
        }

        return mapping.About == ImportSubject.Companies
            ? CompanyMappingRules.FirstProblem(mapping, known.OfCompanies)
            : mapping.Columns.Select(column => ProblemOf(column, known.OfLeads)).FirstOrDefault(problem => problem is not null)
                ?? Doubled(mapping, known.OfLeads)
                ?? Identity(mapping);
    }

    /// <summary>Lets columns that were to make a field go to it where it is there by now: another file was imported after this one was looked at.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="catalog">The fields that there are.</param>
    /// <returns>The same, with fewer new fields.</returns>
    internal static ImportMapping WithKnownFields(ImportMapping mapping, FieldCatalog catalog)
    {
        var taken = mapping.Columns.SelectMany(FieldsOf).ToHashSet(StringComparer.Ordinal);
        return mapping with
        {
            Columns = [.. mapping.Columns.Select(column =>
                column.Use == ColumnUse.NewField
                && catalog.Fields.FirstOrDefault(field => !field.IsStandard && field.Type == column.Type && field.Label.Equals((column.Label ?? column.Name).Trim(), StringComparison.OrdinalIgnoreCase)) is { } field
                && taken.Add(field.Key)
                    ? column with { Use = ColumnUse.Field, Field = field.Key }
                    : column)],
        };
    }

    private static string? ProblemOf(ColumnMapping column, FieldCatalog catalog) => column.Use switch
    {
        ColumnUse.Ignore or ColumnUse.FullName => null,
        ColumnUse.Field => column.Field is { } key && catalog.Find(key) is not null
            ? null
            : $"Column \"{column.Name}\": there is no field \"{column.Field}\". Choose another one.",
        ColumnUse.NewField => (column.Label ?? column.Name).Trim() is { Length: > 0 and <= LongestLabel }
            ? null
            : $"Column \"{column.Name}\": give the new field a name of 1 to {LongestLabel} characters.",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Use, "Unknown use of a column."),
    };

    private static string? Doubled(ImportMapping mapping, FieldCatalog catalog) =>
        mapping.Columns
            .SelectMany(column => FieldsOf(column).Select(key => (column.Name, catalog[key].Label)))
            .GroupBy(pair => pair.Label, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => $"Columns \"{group.First().Name}\" and \"{group.Skip(1).First().Name}\" both go to " +
                $"{group.Key}. Choose one of them; make the other a new field or ignore it.")
            .FirstOrDefault();

    /// <summary>Lists the fields that a column goes to.</summary>
    internal static IEnumerable<string> FieldsOf(ColumnMapping column) => column.Use switch
    {
        ColumnUse.Field => [column.Field!],
        ColumnUse.FullName => [StandardFields.FirstName, StandardFields.LastName],
        ColumnUse.Ignore or ColumnUse.NewField => [],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Use, "Unknown use of a column."),
    };

    private static string? Identity(ImportMapping mapping) =>
        mapping.Columns.Any(column => column.Use == ColumnUse.Field && column.Field is StandardFields.Email or StandardFields.ExternalId) ? null
        : mapping.MatchesPhoneAndName && s_person.All(key => mapping.Columns.SelectMany(FieldsOf).Contains(key)) ? null
        : !mapping.TakesUnidentified ? "Choose the column with the e-mail address or the one with the id: by them a lead is recognised when it comes again. "
            + "Or let rows without them make a lead each."
        : mapping.Columns.Any(column => column.Use != ColumnUse.Ignore) ? null
        : "Choose at least one column that goes to a field.";
}
