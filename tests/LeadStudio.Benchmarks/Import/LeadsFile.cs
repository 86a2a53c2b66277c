using System.Globalization;

namespace LeadStudio.Benchmarks.Import;

/// <summary>A CSV of made-up leads with 15 columns: quoted companies and notes, commas and doubled quotes, empty cells, accents.</summary>
internal static class LeadsFile
{
    private static readonly string[] s_first = "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Søren José Zoë Wei Priya Anna".Split(' ');
    private static readonly string[] s_last = "Smith Johnson Williams Brown Jones Garcia Miller Davis Müller Rodriguez Martinez Nguyen O'Brien Khan Kim Novák".Split(' ');
    private static readonly string[] s_companies = ["Acme", "Globex", "Initech", "Umbrella", "Contoso", "Fabrikam", "Northwind", "Hooli", "Stark", "Wayne"];
    private static readonly string[] s_suffixes = ["Inc.", ", Inc.", " LLC", " GmbH", " Ltd", "& Sons, Co."];
    private static readonly string[] s_titles = ["CEO", "CTO", "VP Marketing", "VP, Sales", "Director of Operations", "Marketing Manager", "Software Engineer", "Student", "Head of Growth", "IT Manager"];
    private static readonly string[] s_countries = ["US", "GB", "DE", "FR", "NL", "IN", "BR", "CA", "AU", "ES"];
    private static readonly string[] s_cities = ["New York", "London", "Berlin", "Paris", "Amsterdam", "Mumbai", "São Paulo", "Toronto", "Sydney", "Madrid"];
    private static readonly string[] s_industries = ["Software", "Manufacturing", "Retail", "Healthcare", "Finance", "Education", "Logistics"];
    private static readonly string[] s_sources = ["organic", "paid_search", "paid_social", "referral", "event", "webinar", "email", "direct"];
    private static readonly string[] s_notes =
    [
        "", "", "", "Asked for a demo, follow up next week", "Met at \"SaaStr\" booth", "Interested; budget Q3", "called twice, no answer", "Prefers email, not phone",
    ];

    /// <summary>Writes the file.</summary>
    public static void Write(string path, int rows)
    {
        var random = new PythonRandom(3);
        double R() => random.Next();
        int Below(int count) => (int)(R() * count);
        using var file = new StreamWriter(path);
        file.NewLine = "\n";
        file.WriteLine("id,first_name,last_name,email,company,title,phone,country,city,industry,employees,annual_revenue,source,created_at,notes");
        for (var i = 0; i < rows; i++)
        {
            var (first, last) = (s_first[Below(18)], s_last[Below(16)]);
            var company = s_companies[Below(10)] + s_suffixes[Below(6)];
            var place = Below(10);
            var domain = company.Split(',')[0].Split(' ')[0].Split('.')[0].ToLowerInvariant();
            var title = R() < .8 ? Quote(s_titles[Below(10)]) : "";
            var phone = R() < .6 ? $"+1-555-{(int)(R() * 1e7):0000000}" : "";
            var industry = R() < .85 ? s_industries[Below(7)] : "";
            var employees = R() < .7 ? ((int)Math.Pow(2.718, R() * 9)).ToString(CultureInfo.InvariantCulture) : "";
            var revenue = R() < .5 ? Math.Round(Math.Pow(2.718, R() * 18), 2).ToString("R", CultureInfo.InvariantCulture) : "";
            file.Write($"{i + 1},{first},{last},{first.ToLowerInvariant()}.{last.ToLowerInvariant()}{i}@{domain}.com,{Quote(company)},{title},{phone},");
            file.Write($"{s_countries[place]},{s_cities[place]},{industry},{employees},{revenue},{s_sources[Below(8)]},");
            file.WriteLine($"2025-{1 + Below(12):00}-{1 + Below(28):00}T{Below(24):00}:{Below(60):00}:{Below(60):00}Z,{Quote(s_notes[Below(8)])}");
        }
    }

    private static string Quote(string cell) => cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
