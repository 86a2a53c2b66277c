using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.BrowserTests.Features.Scoring;

/// <summary>Leads of a made-up company, of which directors and referrals are won more often than others.</summary>
internal static class ScoringData
{
    private static readonly string[] s_titles = ["Director of Sales", "CEO", "Manager", "Student", "VP Marketing", "Clerk"];
    private static readonly string[] s_sources = ["Referral", "Search", "Trade fair"];

    /// <summary>Adds leads, of which some are closed.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="count">How many.</param>
    public static async Task AddLeadsAsync(IServiceProvider services, int count)
    {
        var fields = services.GetRequiredService<IFieldCatalog>();
        var catalog = await fields.AddOptionsAsync((await fields.GetAsync())["source"], s_sources);
        if (catalog.Find("contractSigned") is null)
        {
            await fields.AddAsync([new NewField("Contract signed", FieldType.Boolean)], Actor.System);
            catalog = await fields.GetAsync();
        }

        string[] keys = ["email", "firstName", "lastName", "title", "employees", "source", "lastSeenAt", "outcome", "contractSigned"];
        var random = new Random(7);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var rows = Enumerable.Range(0, count).Select(index => new BatchRow(0, Values(index, random, now))).ToList();
        var batch = new ObservationBatch
        {
            Kind = ObservationKind.Import,
            SourceId = 1,
            LearnedAt = Core.Common.UtcMicroseconds.From(now),
            Catalog = catalog,
            Fields = [.. keys.Select(key => catalog[key])],
            Rows = rows,
        };
        var recorder = services.GetRequiredService<ILeadRecorder>();
        var result = await services.GetRequiredService<IDatabase>().WriteAsync(db => recorder.RecordAsync(db, batch));
        recorder.Announce(result);
    }

    private static FieldValue[] Values(int index, Random random, DateTimeOffset now)
    {
        var (title, source) = (random.Next(s_titles.Length), 1 + random.Next(s_sources.Length));
        var isWon = random.NextDouble() < 0.15 + (title == 0 ? 0.4 : 0) + (source == 1 ? 0.3 : 0);
        var isOpen = index % 3 == 0;
        return
        [
            FieldValue.Of($"lead{index}@example{index}.com"),
            FieldValue.Of($"Ann{index}"),
            FieldValue.Of("Lee"),
            FieldValue.Of(s_titles[title]),
            FieldValue.Of(random.Next(1, 8000)),
            FieldValue.Of(source),
            FieldValue.Of(Core.Common.UtcMicroseconds.From(now.AddDays(-random.Next(0, 120)))),
            isOpen ? FieldValue.Empty : FieldValue.Of(isWon ? StandardFields.Won : StandardFields.Lost),
            !isOpen && isWon ? FieldValue.Of(true) : FieldValue.Empty,
        ];
    }
}
