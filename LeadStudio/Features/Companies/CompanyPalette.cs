using System.Globalization;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Companies;

/// <summary>Finds companies by name or domain, those with the most leads first.</summary>
internal sealed class CompanyPalette(ICompanyStore companies) : IPaletteSource
{
    private const int Most = 4;
    private const int FewestLetters = 2;

    public int Order => 20;

    public async ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var rows = text.Length < FewestLetters ? [] : await companies.ListAsync(new CompanyQuery(text), first: 0, Most, cancellationToken);
        return [.. rows.Select(row => new PaletteItem(
            "Companies", row.Name, "apartment", row.Domain ?? "", string.Create(CultureInfo.InvariantCulture, $"/companies/{row.Id}")))];
    }
}
