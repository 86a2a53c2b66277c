using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Benchmarks.Rules;

/// <summary>Invents leads, always the same ones, so that the sum and the hash of their scores are known.</summary>
internal static class BenchmarkLeads
{
    /// <summary>The instant of all scores, 2026-01-01, in seconds since 1970.</summary>
    public const long AsOfSeconds = 1_767_225_600;

    private static readonly string[] s_countries = ["US", "GB", "DE", "FR", "NL", "IN", "BR", "CA", "AU", "ES", "IT", "SE", "PL", "JP", "CN"];
    private static readonly string[] s_industries = ["Software", "Manufacturing", "Retail", "Healthcare", "Finance", "Education", "Logistics", "Media", "Energy", "Government"];
    private static readonly string[] s_titles =
    [
        "CEO", "CTO", "VP Marketing", "VP Sales", "Director of Operations", "Marketing Manager", "Sales Manager", "Software Engineer", "Student", "Intern",
        "Consultant", "Head of Growth", "IT Manager", "Data Analyst",
    ];

    private static readonly string[] s_sources = ["organic", "paid_search", "paid_social", "referral", "event", "webinar", "email", "direct", "partner", "list_purchase"];
    private static readonly string[] s_lifecycles = ["subscriber", "lead", "mql", "sql", "opportunity"];
    private static readonly string[] s_domains =
        ["gmail.com", "yahoo.com", "outlook.com", "acme.io", "globex.com", "initech.co", "umbrella.org", "contoso.com", "fabrikam.net", "hotmail.com"];

    /// <summary>Gets the fields of a lead, texts as texts.</summary>
    public static FactCatalog Catalog { get; } = FactCatalog.For(
    [
        .. Columns(ColumnType.Text, "email", "country", "industry", "title", "source", "lifecycle", "phone"),
        .. Columns(ColumnType.Number, "employees", "revenue", "pageViews30d", "emailOpens30d", "emailClicks30d"),
        .. Columns(ColumnType.Date, "lastActivityAt", "demoRequestedAt"),
        .. Columns(ColumnType.Boolean, "unsubscribed"),
    ]);

    /// <summary>Invents leads.</summary>
    public static IEnumerable<BenchmarkLead> Make(int count)
    {
        var random = new Mulberry32(12345);
        string Pick(string[] items) => new(items[(int)(random.Next() * items.Length)]); // Each lead has texts of its own, as from a database.
        string? MaybeText(double share, Func<string> make) => random.Next() < share ? make() : null;
        double? Maybe(double share, Func<double> make) => random.Next() < share ? make() : null;
        double Ago(int days) => AsOfSeconds - Math.Floor(random.Next() * days * 86400);

        for (var i = 0; i < count; i++)
        {
            var domain = Pick(s_domains);
            yield return new BenchmarkLead(
                Email: $"user{i}@{domain}",
                Country: MaybeText(.95, () => Pick(s_countries)),
                Industry: MaybeText(.85, () => Pick(s_industries)),
                Title: MaybeText(.8, () => Pick(s_titles)),
                Employees: Maybe(.75, () => Math.Floor(Math.Exp(random.Next() * 10))),
                Revenue: Maybe(.6, () => Math.Floor(Math.Exp(random.Next() * 20))),
                Source: Pick(s_sources),
                Lifecycle: Pick(s_lifecycles),
                Phone: MaybeText(.5, () => $"+1555{Math.Floor(random.Next() * 1e7):0000000}"),
                PageViews30d: Math.Floor(Math.Pow(random.Next(), 3) * 80),
                EmailOpens30d: Math.Floor(Math.Pow(random.Next(), 3) * 30),
                EmailClicks30d: Math.Floor(Math.Pow(random.Next(), 4) * 12),
                LastActivityAt: Maybe(.7, () => Ago(180)),
                DemoRequestedAt: Maybe(.12, () => Ago(365)),
                Unsubscribed: random.Next() < .07);
        }
    }

    /// <summary>Loads and folds the facts of one lead.</summary>
    public static LeadFacts ToFacts(BenchmarkLead lead)
    {
        var facts = new LeadFacts(Catalog);
        string?[] texts = [lead.Email, lead.Country, lead.Industry, lead.Title, lead.Source, lead.Lifecycle, lead.Phone];
        for (var slot = 0; slot < texts.Length; slot++)
        {
            facts.Texts[slot] = texts[slot] is { } text ? Folding.Fold(text) : null;
        }

        double?[] numbers =
        [
            lead.Employees, lead.Revenue, lead.PageViews30d, lead.EmailOpens30d, lead.EmailClicks30d,
            lead.LastActivityAt * 1e6, lead.DemoRequestedAt * 1e6, lead.Unsubscribed ? 1 : 0,
        ];
        for (var slot = 0; slot < numbers.Length; slot++)
        {
            facts.Numbers[slot] = numbers[slot] ?? double.NaN;
        }

        return facts;
    }

    /// <summary>Writes the leads as lines of JSON, for the peer.</summary>
    public static Task WriteAsync(string path, IEnumerable<BenchmarkLead> leads, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(path, leads.Select(lead => JsonSerializer.Serialize(lead, JsonSerializerOptions.Web)), cancellationToken);

    private static IEnumerable<ColumnDescription> Columns(ColumnType type, params string[] keys) =>
        keys.Select(key => new ColumnDescription(key, key, type, []));

    /// <summary>The small generator "mulberry32" (T. Ettinger, 2017, public domain), whose numbers any language can repeat.</summary>
    private sealed class Mulberry32(uint seed)
    {
        private uint _state = seed;

        public double Next()
        {
            _state += 0x6D2B79F5;
            var t = _state;
            t = (t ^ (t >> 15)) * (t | 1);
            t ^= t + ((t ^ (t >> 7)) * (t | 61));
            return (t ^ (t >> 14)) / 4294967296.0;
        }
    }
}

/// <summary>A lead as a CRM would export it; instants in seconds since 1970.</summary>
internal sealed record BenchmarkLead(
    string Email, string? Country, string? Industry, string? Title, double? Employees, double? Revenue, string Source, string Lifecycle, string? Phone,
    double PageViews30d, double EmailOpens30d, double EmailClicks30d, double? LastActivityAt, double? DemoRequestedAt, bool Unsubscribed);
