using System.Text;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>Makes companies whose names fit their countries and trades.</summary>
/// <param name="dice">What to draw from.</param>
internal sealed class DemoCompanies(DemoDice dice)
{
    private static readonly string[] s_legalForms = [" inc", " llc", " co", " ltd", " gmbh", " kg", " ag", " sarl", " sas", " ab", " bv", " sl", " sa"];
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    /// <summary>Makes companies.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The companies; no two share a domain.</returns>
    public IReadOnlyList<DemoCompany> Make(int count)
    {
        var companies = new List<DemoCompany>(count);
        while (companies.Count < count)
        {
            var company = MakeOne();
            if (_domains.Add(company.Domain))
            {
                companies.Add(company);
            }
        }

        return companies;
    }

    private DemoCompany MakeOne()
    {
        var country = dice.Weighted(DemoCountry.All, country => country.Share);
        var industry = dice.Weighted(DemoIndustry.All, industry => industry.Share);
        var place = dice.Any(country.Places);
        var language = country.Language;
        var name = dice.Any(language.Patterns)
            .Replace("{last}", dice.Any(language.LastNames), StringComparison.Ordinal)
            .Replace("{second}", dice.Any(language.LastNames), StringComparison.Ordinal)
            .Replace("{word}", dice.Any(language.Words), StringComparison.Ordinal)
            .Replace("{trade}", language.Trades[IndexOf(industry)], StringComparison.Ordinal)
            .Replace("{city}", place.Name, StringComparison.Ordinal);
        var employees = Math.Clamp(Round(dice.LogNormal(90 * industry.Size, 1.5)), 2, 60_000);
        return new(name, DomainOf(name), country, place, industry, employees, dice.Weighted([0, 1, 2], style => 4 - style - (employees > 200 ? style : 0)));
    }

    private static int IndexOf(DemoIndustry industry) => DemoIndustry.All.TakeWhile(other => other != industry).Count();

    // People say 120 or 3500, not 117 or 3512.
    private static int Round(double employees) =>
        (int)(employees < 30 ? Math.Round(employees) : employees < 300 ? Math.Round(employees / 5) * 5 : Math.Round(employees / 50) * 50);

    private static string DomainOf(string name)
    {
        var slug = Ascii(name);
        var legalForm = s_legalForms.FirstOrDefault(form => slug.EndsWith(form, StringComparison.Ordinal));
        return $"{slug[..^(legalForm?.Length ?? 0)].Trim().Replace(' ', '-')}.example";
    }

    /// <summary>Writes a name with nothing but lower case letters, digits and single spaces.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The letters.</returns>
    internal static string Ascii(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var character in Folding.Fold(name.Replace('ı', 'i')))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                letters.Append(character);
            }
            else if (letters.Length > 0 && letters[^1] != ' ' && character != '.')
            {
                letters.Append(' ');
            }
        }

        return letters.ToString().Trim();
    }
}
