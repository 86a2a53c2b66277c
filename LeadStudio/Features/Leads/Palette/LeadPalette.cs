using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.List;
using LeadStudio.Hosting.Access;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Leads.Palette;

/// <summary>Finds leads by the beginnings of their words, the best score first, closed ones too.</summary>
internal sealed class LeadPalette(ILeadList list, IFieldCatalog fields, CurrentUser me, LeadSight sight) : IPaletteSource
{
    private const int Most = 6;
    private const int FewestLetters = 2;

    public int Order => 10;

    public async ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length < FewestLetters)
        {
            return [];
        }

        var catalog = await fields.GetAsync(cancellationToken);
        string[] keys = [StandardFields.FirstName, StandardFields.LastName, StandardFields.Email, StandardFields.ExternalId, StandardFields.Company, StandardFields.Title];
        var query = new LeadQuery { Search = text, Scope = LeadScope.All }.Within(await sight.LimitAsync(me.Principal, cancellationToken));
        var page = await list.PageAsync(query, after: null, Most, [.. keys.Select(key => catalog[key])], cancellationToken);
        return [.. page.Rows.Select(row => new PaletteItem(
            "Leads",
            new LeadRow(row, "", ScoreTrend.None).NameBy(catalog),
            "person",
            string.Join(" · ", new[] { row[catalog[StandardFields.Title]].Text, row[catalog[StandardFields.Company]].Text, $"{row.Score} points" }.Where(part => !string.IsNullOrEmpty(part))),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/leads/{row.Id}")))];
    }
}
