using System.Globalization;
using LeadStudio.Core;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.List;

/// <summary>A SQLite file of many leads with 40 fields, made from a seed and kept in the temporary folder for the next run.</summary>
internal static class ListDatabase
{
    private const int ChunkSize = 20_000;
    private const int Seed = 20261123;
    private static readonly DateTimeOffset s_start = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_first =
        ["Ann", "Bob", "Chloé", "Dávid", "Eva", "Femi", "Grace", "Hiro", "Ines", "Jürgen", "Kim", "Lee", "Maria", "Noah", "Olga", "Pedro", "Quinn", "Rosa", "Sven", "Tara", "Uma", "Vera", "Wei", "Xenia", "Yusuf", "Zoë"];

    private static readonly string[] s_syllables =
        ["al", "ber", "cas", "dor", "el", "fin", "gar", "hol", "ist", "jan", "kel", "lun", "mar", "nor", "ost", "per", "qui", "ros", "sen", "tor", "ul", "ver", "win", "xan", "yor", "zel"];

    private static readonly string[] s_titles =
        ["CEO", "CTO", "CFO", "Head of Sales", "Sales manager", "Engineer", "Buyer", "Marketing lead", "Founder", "Student", "Consultant", "Product owner"];

    private static readonly string[] s_suffixes = ["Ltd", "GmbH", "Inc", "SARL", "BV", "AG", "Group", "Labs"];

    private static readonly (string Label, FieldType Type)[] s_custom =
    [
        ("Campaign", FieldType.Text), ("Referrer", FieldType.Text), ("Postcode", FieldType.Text), ("Street", FieldType.Text),
        ("Notes", FieldType.Text), ("Product", FieldType.Choice), ("Region", FieldType.Choice), ("Segment", FieldType.Choice),
        ("Plan", FieldType.Choice), ("Interests", FieldType.MultiChoice), ("Visits", FieldType.Number), ("Pages per visit", FieldType.Number),
        ("Budget", FieldType.Number), ("Revenue", FieldType.Number), ("Newsletter", FieldType.Boolean), ("Trial ends", FieldType.Date),
        ("Last call", FieldType.Date),
    ];

    /// <summary>Opens the database, and fills it first where it is not there yet.</summary>
    /// <param name="leads">How many leads.</param>
    /// <param name="file">A copy of it to open instead.</param>
    /// <returns>The services over it.</returns>
    public static async Task<ServiceProvider> OpenAsync(int leads, string? file = null)
    {
        file ??= FileOf(leads);
        var isNew = !File.Exists(file);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("LeadStudio:Database", $"Data Source={file}"), new("LeadStudio:DataFolder", Path.GetTempPath())])
            .Build();
        var services = new ServiceCollection().AddLogging().AddLeadStudioCore(settings).BuildServiceProvider();
        var database = services.GetRequiredService<IDatabase>();
        await database.MigrateAsync();
        if (isNew)
        {
            await FillAsync(database, services.GetRequiredService<IFieldCatalog>(), leads);
        }

        return services;
    }

    /// <summary>Names the database's file.</summary>
    /// <param name="leads">How many leads.</param>
    /// <returns>The path.</returns>
    public static string FileOf(int leads) => Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"leadstudio-list-{leads}.db"));

    /// <summary>Makes a word up.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="syllables">How long it is.</param>
    /// <returns>The word, in small letters.</returns>
    public static string Word(Random random, int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => s_syllables[random.Next(26)]));

    private static async Task FillAsync(IDatabase database, IFieldCatalog fields, int leads)
    {
        var added = await fields.AddAsync([.. s_custom.Select(field => new NewField(field.Label, field.Type))], Actor.System);
        var catalog = await fields.GetAsync();
        foreach (var (key, count) in new[] { ("country", 80), ("industry", 24), ("source", 12) })
        {
            catalog = await fields.AddOptionsAsync(catalog[key], [.. Options(key, count)]);
        }

        foreach (var field in added.Where(field => field.Type is FieldType.Choice or FieldType.MultiChoice))
        {
            catalog = await fields.AddOptionsAsync(field, [.. Options(field.Label, 8)]);
        }

        catalog = await fields.AddOptionsAsync(catalog["tags"], [.. Options("Tag", 30)]);
        var random = new Random(Seed);
        for (var first = 1; first <= leads; first += ChunkSize)
        {
            var count = Math.Min(ChunkSize, leads - first + 1);
            var profiles = Enumerable.Range(0, count).Select(_ => Profile(catalog, random)).ToList();
            var from = first;
            await database.WriteAsync(async db =>
            {
                await WriteAsync(db, catalog, from, profiles, random);
                return 0;
            });
        }
    }

    private static IEnumerable<string> Options(string name, int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name} {s_syllables[number % 26]}{number}"));

    private static Dictionary<int, FieldValue> Profile(FieldCatalog catalog, Random random)
    {
        var profile = new Dictionary<int, FieldValue>();
        void Set(string key, FieldValue value) => profile[catalog[key].Id] = value;
        string Word(int syllables) => ListDatabase.Word(random, syllables);
        string Name(int syllables) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word(syllables));
        FieldValue Instant(int days) => FieldValue.Of(UtcMicroseconds.From(s_start.AddSeconds(random.Next(days * 86_400))));
        // Skewed, as choices are: the first options have most leads, the last ones few.
        FieldValue Skewed(int options) => FieldValue.Of(1 + (int)(options * Math.Pow(random.NextDouble(), 3)));

        var (first, last, domain) = (s_first[random.Next(s_first.Length)], Name(3), $"{Word(3)}.com");
        Set("firstName", FieldValue.Of(first));
        Set("lastName", FieldValue.Of(last));
        Set("email", FieldValue.Of($"{first}.{last}{random.Next(1_000_000)}@{domain}"));
        Set("company", FieldValue.Of($"{Name(3)} {s_suffixes[random.Next(s_suffixes.Length)]}"));
        Set("domain", FieldValue.Of(domain));
        Set("website", FieldValue.Of($"https://www.{domain}/"));
        Set("title", random.Next(10) < 8 ? FieldValue.Of(s_titles[random.Next(s_titles.Length)]) : FieldValue.Empty);
        Set("phone", random.Next(10) < 6 ? FieldValue.Of($"+49 30 {random.Next(10_000_000)}") : FieldValue.Empty);
        Set("country", Skewed(80));
        Set("city", FieldValue.Of(Name(2)));
        Set("industry", random.Next(10) < 9 ? Skewed(24) : FieldValue.Empty);
        Set("employees", random.Next(10) < 7 ? FieldValue.Of(Math.Round(Math.Pow(10, 5 * random.NextDouble()))) : FieldValue.Empty);
        Set("source", Skewed(12));
        Set("stage", Skewed(6));
        Set("owner", FieldValue.Of($"{s_first[random.Next(8)]} Seller"));
        Set("tags", random.Next(10) < 3 ? FieldValue.OfCodes([1 + random.Next(30), 1 + random.Next(30)]) : FieldValue.Empty);
        Set("createdAt", Instant(380));
        Set("updatedAt", Instant(380));
        Set("lastSeenAt", random.Next(10) < 8 ? Instant(380) : FieldValue.Empty);
        if (random.Next(10) == 0)
        {
            Set("outcome", FieldValue.Of(1 + random.Next(2)));
            Set("outcomeAt", Instant(380));
            Set("outcomeValue", FieldValue.Of(random.Next(100_000)));
        }

        Set("campaign", FieldValue.Of($"{Name(1)} {random.Next(2020, 2027)}"));
        Set("referrer", random.Next(2) == 0 ? FieldValue.Of($"https://{Word(2)}.example/{Word(2)}") : FieldValue.Empty);
        Set("postcode", FieldValue.Of(random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture)));
        Set("street", FieldValue.Of($"{Name(3)} street {random.Next(300)}"));
        Set("notes", random.Next(10) == 0 ? FieldValue.Of($"Met at {Name(2)}, wants {Word(2)} and {Word(2)} by spring") : FieldValue.Empty);
        Set("product", Skewed(8));
        Set("region", Skewed(8));
        Set("segment", random.Next(2) == 0 ? Skewed(8) : FieldValue.Empty);
        Set("plan", Skewed(8));
        Set("interests", FieldValue.OfCodes([1 + random.Next(8), 1 + random.Next(8)]));
        Set("visits", FieldValue.Of(random.Next(200)));
        Set("pagesPerVisit", FieldValue.Of(Math.Round(10 * random.NextDouble(), 2)));
        Set("budget", random.Next(2) == 0 ? FieldValue.Of(random.Next(1_000_000)) : FieldValue.Empty);
        Set("revenue", FieldValue.Of(random.Next(100_000_000)));
        Set("newsletter", FieldValue.Of(random.Next(3) == 0));
        Set("trialEnds", random.Next(5) == 0 ? Instant(500) : FieldValue.Empty);
        Set("lastCall", random.Next(2) == 0 ? Instant(380) : FieldValue.Empty);
        return profile;
    }

    private static async Task WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, int first, List<Dictionary<int, FieldValue>> profiles, Random random)
    {
        var fields = catalog.Fields.Where(field => field.Column.Length > 0).ToList();
        List<string> columns = ["id", .. fields.SelectMany(field => field.IsText ? [field.Column, field.ComparedColumn] : (string[])[field.Column])];
        await using (var rows = await BulkInsert.OpenAsync(db, "leads", columns))
        {
            foreach (var (index, profile) in profiles.Index())
            {
                rows.Write((long)(first + index));
                foreach (var field in fields)
                {
                    var value = profile.GetValueOrDefault(field.Id, FieldValue.Empty);
                    if (field.IsText)
                    {
                        rows.Write(value.Text);
                        rows.Write(value.Text is { } text ? Folding.Fold(text) : null);
                    }
                    else
                    {
                        rows.Write(value.Number);
                    }
                }

                rows.EndRow();
            }
        }

        var words = new LeadWords(catalog);
        await using (var rows = await BulkInsert.OpenAsync(db, "lead_search", ["rowid", "words"]))
        {
            foreach (var (index, profile) in profiles.Index())
            {
                rows.Write((long)(first + index));
                rows.Write(words.Of(profile));
                rows.EndRow();
            }
        }

        await WriteStandingsAsync(db, catalog[StandardFields.Outcome].Id, first, profiles, random);
    }

    private static async Task WriteStandingsAsync(LeadStudioDbContext db, int outcome, int first, List<Dictionary<int, FieldValue>> profiles, Random random)
    {
        await using var rows = await BulkInsert.OpenAsync(
            db, "lead_standings", ["lead_id", "score", "band_code", "parts", "rule_mask", "version", "is_open", "scored_at", "changed_at"]);
        foreach (var (index, profile) in profiles.Index())
        {
            var score = (long)(100 * Math.Pow(random.NextDouble(), 1.5));
            rows.Write((long)(first + index));
            rows.Write(score);
            rows.Write(9 - Math.Min(8, score / 12));
            rows.Write("20,15,3");
            rows.Write("1f3");
            rows.Write(1L);
            rows.Write(profile.ContainsKey(outcome) ? 0L : 1L);
            rows.Write(UtcMicroseconds.From(s_start));
            rows.Write(UtcMicroseconds.From(s_start));
            rows.EndRow();
        }
    }
}
