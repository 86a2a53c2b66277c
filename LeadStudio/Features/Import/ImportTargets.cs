using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Features.Import;

/// <summary>The fields that a column can go to, by group.</summary>
public sealed class ImportTargets
{
    private static readonly ImportTarget s_trueAt = new(StandardFields.UpdatedAt, "Row was true at", FieldType.Date);

    private ImportTargets(ImportSubject about, params IReadOnlyList<(string Group, IReadOnlyList<ImportTarget> Targets)> groups) => (About, Groups) = (about, groups);

    /// <summary>Gets what the fields are of.</summary>
    public ImportSubject About { get; }

    /// <summary>Gets the groups.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<ImportTarget> Targets)> Groups { get; }

    /// <summary>Lists the fields of leads.</summary>
    /// <param name="catalog">The fields that there are.</param>
    /// <returns>The targets.</returns>
    public static ImportTargets OfPeople(FieldCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new(
            ImportSubject.People,
            ("Who it is", Pick(catalog, StandardFields.Email, StandardFields.ExternalId, StandardFields.FirstName, StandardFields.LastName, StandardFields.Title, StandardFields.Phone)),
            ("Company and place", Pick(catalog, StandardFields.Company, StandardFields.Domain, StandardFields.CompanyExternalId, StandardFields.Website, StandardFields.Industry,
                StandardFields.Employees, StandardFields.Country, StandardFields.City)),
            ("Sales", [.. Pick(catalog, StandardFields.Source, StandardFields.Stage, StandardFields.Owner, StandardFields.Tags, StandardFields.CreatedAt, StandardFields.LastSeenAt), s_trueAt]),
            ("Outcome", Pick(catalog, StandardFields.Outcome, StandardFields.OutcomeAt, StandardFields.OutcomeValue)),
            ("Your fields", [.. catalog.Fields.Where(field => !field.IsStandard).Select(field => new ImportTarget(field.Key, field.Label, field.Type))]));
    }

    /// <summary>Lists the fields of companies.</summary>
    /// <param name="fields">The fields that there are.</param>
    /// <returns>The targets.</returns>
    public static ImportTargets OfCompanies(IReadOnlyList<CompanyField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var all = fields.Select(field => new ImportTarget(field.Key, field.Label, field.Type)).ToList();
        return new(
            ImportSubject.Companies,
            ("Which company it is", [.. all.Where(target => IsOfEvery(target.Key))]),
            ("Time", [s_trueAt]),
            ("Your fields", [.. all.Where(target => !IsOfEvery(target.Key))]));
    }

    /// <summary>Finds a field.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The field; null where there is none.</returns>
    public ImportTarget? Find(string? key) => Groups.SelectMany(group => group.Targets).FirstOrDefault(target => target.Key == key);

    private static bool IsOfEvery(string key) => key is CompanyFields.Name or CompanyFields.Domain or CompanyFields.ExternalId;

    private static List<ImportTarget> Pick(FieldCatalog catalog, params ReadOnlySpan<string> keys)
    {
        var picked = new List<ImportTarget>(keys.Length);
        foreach (var key in keys)
        {
            picked.Add(new(key, catalog[key].Label, catalog[key].Type));
        }

        return picked;
    }
}

/// <summary>A field that a column can go to.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name on the screen.</param>
/// <param name="Type">The type of its values.</param>
public sealed record ImportTarget(string Key, string Label, FieldType Type);
