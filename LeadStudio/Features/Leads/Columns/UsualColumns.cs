using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.Columns;

/// <summary>Chooses the columns of a list for which nobody has chosen any: the most telling fields of those that leads have a value of.</summary>
public sealed class UsualColumns(ILeadList list)
{
    private const int Columns = 4;
    private const int Looked = 100;

    // The most telling first.
    private static readonly string[] s_candidates =
    [
        StandardFields.Title, StandardFields.Country, StandardFields.Stage, StandardFields.LastSeenAt, StandardFields.Owner, StandardFields.Source,
        StandardFields.Industry, StandardFields.Phone, StandardFields.City, StandardFields.Employees,
    ];

    /// <summary>Chooses, by the leads with the best scores.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Four keys, in the order of the columns; those that less than a tenth of the leads have only where there is nothing better.</returns>
    public async Task<IReadOnlyList<string>> ChooseAsync(FieldCatalog catalog, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        List<Field> candidates = [.. s_candidates.Select(key => catalog[key]).Where(field => !field.IsHidden)];
        var rows = (await list.PageAsync(new LeadQuery { Scope = LeadScope.All }, after: null, Looked, candidates, cancellationToken)).Rows;
        var chosen = candidates.OrderByDescending(field => 10 * rows.Count(row => !row[field].IsEmpty) >= rows.Count).Take(Columns).ToHashSet();
        return [.. candidates.Where(chosen.Contains).Select(field => field.Key)];
    }
}
