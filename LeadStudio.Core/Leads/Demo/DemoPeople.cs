using System.Globalization;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>Makes the people who work for the companies.</summary>
/// <param name="dice">What to draw from.</param>
internal sealed class DemoPeople(DemoDice dice)
{
    private readonly HashSet<string> _emails = new(StringComparer.Ordinal);

    /// <summary>Makes people: one of each company, the rest more often of large ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="companies">Where they work.</param>
    /// <returns>The people; no two share an address.</returns>
    public IEnumerable<DemoPerson> Make(int count, IReadOnlyList<DemoCompany> companies)
    {
        for (var i = 0; i < count; i++)
        {
            var company = i < companies.Count ? companies[i] : dice.Weighted(companies, candidate => Math.Pow(candidate.Employees, 0.35));
            yield return MakeOne(i + 1, company);
        }
    }

    private DemoPerson MakeOne(int number, DemoCompany company)
    {
        var language = company.Country.Language;
        var (first, last) = (dice.Any(language.FirstNames), dice.Any(language.LastNames));
        var rank = dice.Weighted(DemoRank.All, rank => rank.Share);
        var source = dice.Weighted(DemoSource.All, source => source.Share);
        var interest = dice.Normal();
        var teamSize = Math.Clamp(Math.Round(dice.LogNormal(Math.Pow(company.Employees, 0.55), 0.5)), 1, company.Employees);
        return new DemoPerson
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"NL-{number:00000}"),
            Company = company,
            FirstName = first,
            LastName = last,
            Email = EmailOf(first, last, company),
            Title = dice.Any(rank.Titles),
            Rank = rank,
            Source = source,
            Phone = company.Place.Phone is { } phone && dice.Happens(0.72) ? NumberLike(phone) : null,
            Interest = interest,
            Budget = dice.Happens(0.45 + (0.1 * rank.Odds)) ? Math.Max(500, Math.Round(dice.LogNormal(teamSize * 110, 0.5) / 500) * 500) : null,
            TeamSize = dice.Happens(0.7) ? teamSize : null,
            UseCase = dice.Happens(0.8) ? UseCaseIn(company.Industry) : null,
            Newsletter = dice.Happens(interest > 0 ? 0.45 : 0.25),
        };
    }

    private string EmailOf(string first, string last, DemoCompany company)
    {
        var (given, family) = (DemoCompanies.Ascii(first).Replace(" ", "", StringComparison.Ordinal), DemoCompanies.Ascii(last).Replace(" ", "", StringComparison.Ordinal));
        var name = company.AddressStyle switch
        {
            1 => $"{given[0]}{family}",
            2 => given,
            _ => $"{given}.{family}",
        };
        for (var number = 2; !_emails.Add($"{name}@{company.Domain}"); number++)
        {
            name = number == 2 ? $"{given}.{family}" : string.Create(CultureInfo.InvariantCulture, $"{given}.{family}{number}");
        }

        return $"{name}@{company.Domain}";
    }

    private string UseCaseIn(DemoIndustry industry) => dice.Happens(0.4) ? dice.Any(DemoFields.UseCases) : industry.Name switch
    {
        "Consulting" or "Engineering" => "Client projects",
        "Software" => "Product roadmap",
        "Marketing agency" or "Retail" => "Marketing campaigns",
        "Construction" => "Site schedules",
        "Education" or "Healthcare" => "Internal IT",
        _ => "Resource planning",
    };

    private string NumberLike(string pattern) =>
        string.Concat(pattern.Select(sign => sign == '#' ? (char)('0' + dice.Below(10)) : sign));
}
