using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using LeadStudio.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Listing;

/// <summary>Some leads in a database, and what a list of them must be, worked out in memory.</summary>
internal sealed class ListWorld : IAsyncDisposable
{
    public const int Count = 150;
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly string[] Texts = ["Ann", "ann", "Änne", "Böb 100%", "under_score", "Bob's", "a\\b", "日本", "Zoë", "o'neil-smith", "x", "an", "x+y"];
    public static readonly string[] Countries = ["Germany", "Österreich", "France", "Peru", "Greenland"];
    private static readonly int[] s_hours = [0, 5, -12, -9]; // a day without a time, and hours that are of another day elsewhere
    private readonly CoreFixture _core;

    private ListWorld(CoreFixture core, FieldCatalog catalog, IReadOnlyList<ListedLead> leads) => (_core, Catalog, Leads) = (core, catalog, leads);

    public FieldCatalog Catalog { get; }

    /// <summary>Gets the leads that have a standing.</summary>
    public IReadOnlyList<ListedLead> Leads { get; }

    public ILeadList List => _core.Get<ILeadList>();

    public CoreFixture Core => _core;

    public static async Task<ListWorld> StartAsync(string database, bool goesAllWays)
    {
        var core = await CoreFixture.StartAsync(database, services =>
        {
            services.AddSingleton<TimeProvider>(new StoppedClock());
            if (goesAllWays)
            {
                services.AddSingleton(new ListLimits { LeadsWithoutIndex = 0, LeadsTried = 8, LeadsTriedAtMost = 16, FewMatches = 10, MostCounted = 20, BuildDelay = TimeSpan.Zero });
            }
        });
        var fields = core.Get<IFieldCatalog>();
        await fields.AddAsync([new("Notes", FieldType.Text), new("Newsletter", FieldType.Boolean)], Actor.LocalUser);
        var catalog = await fields.GetAsync();
        await fields.AddOptionsAsync(catalog["country"], Countries);
        catalog = await fields.AddOptionsAsync(catalog["tags"], Countries);
        var random = new Random(7);
        var profiles = Enumerable.Range(0, Count).Select(index => Profile(catalog, index, random)).ToList();
        var leads = await core.Get<IDatabase>().WriteAsync(async db =>
        {
            var result = await core.Get<ILeadRecorder>().RecordAsync(db, new ObservationBatch
            {
                Kind = ObservationKind.Edit,
                SourceId = Source.People,
                LearnedAt = UtcMicroseconds.From(Now),
                Fields = catalog.Fields,
                Catalog = catalog,
                Rows = [.. profiles.Select((profile, index) => new BatchRow(index, [.. catalog.Fields.Select(field => profile.GetValueOrDefault(field.Key, FieldValue.Empty))]))],
            });
            var listed = result.Rows.Zip(profiles, (row, profile) => new ListedLead(row.LeadId, random.Next(4) * 33, 1 + random.Next(9), random.Next(4) > 0, profile)).ToList();

            // The last leads were not scored yet, so no list has them.
            listed.RemoveRange(Count - 5, 5);
            await using var rows = await BulkInsert.OpenAsync(
                db, "lead_standings", ["lead_id", "score", "band_code", "parts", "rule_mask", "version", "is_open", "scored_at", "changed_at"]);
            foreach (var lead in listed)
            {
                rows.Write(lead.Id);
                rows.Write((long)lead.Score);
                rows.Write((long)lead.Band);
                rows.Write("1");
                rows.Write("1");
                rows.Write(1L);
                rows.Write(lead.IsOpen ? 1L : 0L);
                rows.Write(UtcMicroseconds.From(Now));
                rows.Write(UtcMicroseconds.From(Now));
                rows.EndRow();
            }

            await rows.CompleteAsync();
            return listed;
        });
        return new ListWorld(core, catalog, leads);
    }

    /// <summary>Works a list out.</summary>
    public IReadOnlyList<long> Expected(LeadQuery query)
    {
        var column = ListColumns.Of(Catalog).Find(query.SortKey)!;
        var matching = Leads.Where(lead => (lead.IsOpen || query.Scope == LeadScope.All) && (query.Filter is null || Holds(query.Filter, lead))).ToList();
        matching.Sort((left, right) =>
        {
            var (a, b) = (left.Fact(column, Catalog), right.Fact(column, Catalog));
            var byValue = string.CompareOrdinal(a.Text, b.Text) is not 0 and var order ? order : a.Number.CompareTo(b.Number);
            var ascending = byValue != 0 ? byValue : left.Id.CompareTo(right.Id);
            return a.IsEmpty != b.IsEmpty ? a.IsEmpty.CompareTo(b.IsEmpty) : query.Descending ? -ascending : ascending;
        });
        return [.. matching.Select(lead => lead.Id)];
    }

    public bool Holds(Condition condition, ListedLead lead) => NaiveCondition.Holds(condition, lead, ListColumns.Of(Catalog), Catalog);

    public ValueTask DisposeAsync() => _core.DisposeAsync();

    private static Dictionary<string, FieldValue> Profile(FieldCatalog catalog, int index, Random random)
    {
        var profile = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["email"] = FieldValue.Of($"p{index}@Mail{index % 3}.example.com") };
        void Sometimes(string key, Func<FieldValue> value)
        {
            if (random.Next(4) > 0)
            {
                profile[key] = value();
            }
        }

        Sometimes("firstName", () => FieldValue.Of(Texts[random.Next(Texts.Length)]));
        Sometimes("notes", () => FieldValue.Of($"{Texts[random.Next(Texts.Length)]} and {Texts[random.Next(Texts.Length)]}"));
        Sometimes("website", () => FieldValue.Of(Addresses[random.Next(Addresses.Length)]));
        Sometimes("employees", () => FieldValue.Of(random.Next(5) * 10.5));
        Sometimes("country", () => FieldValue.Of(1 + random.Next(Countries.Length)));
        Sometimes("tags", () => FieldValue.OfCodes([1 + random.Next(Countries.Length), 1 + random.Next(Countries.Length)]));
        Sometimes("newsletter", () => FieldValue.Of(random.Next(2) == 0));
        Sometimes("lastSeenAt", () => FieldValue.Of(UtcMicroseconds.From(Now.AddDays(random.Next(-40, 10)).AddHours(s_hours[random.Next(s_hours.Length)]))));
        profile["createdAt"] = FieldValue.Of(UtcMicroseconds.From(Now.AddDays(-index / 4)));
        profile["stage"] = FieldValue.Of(1 + random.Next(catalog.OptionsOf(catalog["stage"]).Count));
        return profile;
    }

    public static readonly string[] Addresses =
        ["https://www.example.com/path?x=@other.org", "example.com", "http://user@sub.example.com:8080", "notexample.com", "mailto@other.org", "https://other.org./#a", "x://y://example.com"];

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>A lead of the world.</summary>
internal sealed record ListedLead(long Id, int Score, int Band, bool IsOpen, IReadOnlyDictionary<string, FieldValue> Profile)
{
    /// <summary>Gives a value as it is compared.</summary>
    public FieldValue Fact(ListColumn column, FieldCatalog catalog)
    {
        switch (column.Key)
        {
            case ListKeys.Score:
                return FieldValue.Of(Score);
            case ListKeys.Band:
                return FieldValue.Of(Band);
            case ListKeys.ScoredAt:
                return FieldValue.Of(UtcMicroseconds.From(ListWorld.Now));
            default:
                var value = Profile.GetValueOrDefault(catalog[column.Key].Key, FieldValue.Empty);
                return value.Text is { } text ? FieldValue.Of(Folding.Fold(text)) : value;
        }
    }
}
