using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Features.Import;

/// <summary>What the user is about to import: the suggestion, with the user's corrections.</summary>
/// <param name="analysis">The suggestion.</param>
/// <param name="catalog">The fields that there are.</param>
public sealed class ImportDraft(ImportAnalysis analysis, FieldCatalog catalog)
{
    /// <summary>Gets the suggestion.</summary>
    public ImportAnalysis Analysis => analysis;

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<ColumnDraft> Columns { get; } = [.. analysis.Columns.Select(guess => new ColumnDraft(guess, catalog))];

    /// <summary>Gets or sets the system that the file comes from.</summary>
    public string SourceName { get; set; } = analysis.SourceName;

    /// <summary>Gets or sets a value indicating whether a value that does not fit is left out instead of refusing its row.</summary>
    public bool LeavesOutBadValues { get; set; }

    /// <summary>Gets or sets what a row does with a lead that is there already.</summary>
    public KnownLeads KnownLeads { get; set; }

    /// <summary>Gets or sets a value indicating whether a row without an e-mail address and an id makes a lead.</summary>
    public bool TakesUnidentified { get; set; }

    /// <summary>Gets the fields that a column can go to, by group.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<Field> Fields)> Targets { get; } =
    [
        ("Who it is", Pick(catalog, StandardFields.Email, StandardFields.ExternalId, StandardFields.FirstName, StandardFields.LastName, StandardFields.Title, StandardFields.Phone)),
        ("Company and place", Pick(catalog, StandardFields.Company, StandardFields.Domain, StandardFields.Website, StandardFields.Industry, StandardFields.Employees,
            StandardFields.Country, StandardFields.City)),
        ("Sales", Pick(catalog, StandardFields.Source, StandardFields.Stage, StandardFields.Owner, StandardFields.Tags, StandardFields.CreatedAt, StandardFields.LastSeenAt, StandardFields.UpdatedAt)),
        ("Outcome", Pick(catalog, StandardFields.Outcome, StandardFields.OutcomeAt, StandardFields.OutcomeValue)),
        ("Your fields", [.. catalog.Fields.Where(field => !field.IsStandard)]),
    ];

    /// <summary>Gives the mapping as it stands.</summary>
    /// <returns>The mapping.</returns>
    public ImportMapping ToMapping() => new()
    {
        SourceName = SourceName,
        LeavesOutBadValues = LeavesOutBadValues,
        KnownLeads = KnownLeads,
        TakesUnidentified = TakesUnidentified,
        Columns = [.. Columns.Select(column => column.Mapping)],
    };

    private static List<Field> Pick(FieldCatalog catalog, params ReadOnlySpan<string> keys)
    {
        var picked = new List<Field>(keys.Length);
        foreach (var key in keys)
        {
            picked.Add(catalog[key]);
        }

        return picked;
    }
}
