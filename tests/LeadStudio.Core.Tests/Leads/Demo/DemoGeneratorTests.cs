using System.Text.Json;
using LeadStudio.Core.Leads.Demo;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Tests.Leads.Demo;

public sealed class DemoGeneratorTests
{
    private static readonly DateTimeOffset s_asOf = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DemoAct> s_acts = new DemoGenerator(1, s_asOf).Generate();

    private static readonly IReadOnlyList<Dictionary<string, object>> s_leads =
    [
        .. s_acts.GroupBy(act => act.ExternalId).Select(acts => acts.SelectMany(act => act.Values).GroupBy(value => value.Key).ToDictionary(all => all.Key, all => all.Last().Value)),
    ];

    [Fact]
    public void Generate_SameSeed_GivesTheSameBytes()
    {
        var again = new DemoGenerator(1, s_asOf).Generate();

        Assert.Equal(JsonSerializer.Serialize(s_acts), JsonSerializer.Serialize(again));
    }

    [Fact]
    public void Generate_OtherSeed_GivesOtherLeads()
    {
        var other = new DemoGenerator(2, s_asOf).Generate();

        Assert.NotEqual(JsonSerializer.Serialize(s_acts), JsonSerializer.Serialize(other));
    }

    [Fact]
    public void Generate_Always_GivesEachLeadItsOwnAddressUnderAReservedDomain()
    {
        var keys = s_leads.Select(lead => EmailAddress.KeyOf((string)lead["email"])).ToList();

        Assert.Equal(DemoGenerator.Leads, keys.Distinct().Count());
        Assert.All(keys, key => Assert.EndsWith(".example", key, StringComparison.Ordinal));
        Assert.All(s_leads, lead => Assert.EndsWith(".example", (string)lead["website"], StringComparison.Ordinal));
    }

    [Fact]
    public void Generate_Always_NamesAboutNineteenHundredCompanies() =>
        Assert.InRange(s_leads.Select(lead => lead["company"]).Distinct().Count(), 1_800, DemoGenerator.Companies);

    [Fact]
    public void Generate_Always_StaysWithinTheYear()
    {
        Assert.All(s_acts, act => Assert.InRange(act.At, s_asOf.AddDays(-365), s_asOf));
        Assert.Equal(s_acts.OrderBy(act => act.At).Select(act => act.At), s_acts.Select(act => act.At));
    }

    [Fact]
    public void Generate_Always_TellsNothingOfALeadBeforeItsFirstContact() =>
        Assert.All(s_acts.GroupBy(act => act.ExternalId), acts => Assert.Contains("email", acts.First().Values));

    [Fact]
    public void Generate_OldLeads_AreMostlyClosedAndRecentOnesOpen()
    {
        var old = s_leads.Where(lead => (DateTimeOffset)lead["createdAt"] < s_asOf.AddDays(-180)).ToList();
        var recent = s_leads.Where(lead => (DateTimeOffset)lead["createdAt"] > s_asOf.AddDays(-14)).ToList();

        Assert.InRange(ShareOf(old, lead => lead.ContainsKey("outcome")), 0.85, 0.98);
        Assert.InRange(ShareOf(recent, lead => lead.ContainsKey("outcome")), 0, 0.15);
    }

    [Fact]
    public void Generate_ClosedLeads_AreWonByTheHiddenDrivers()
    {
        var closed = s_leads.Where(lead => lead.ContainsKey("outcome")).ToList();

        Assert.InRange(WinRate(closed, _ => true), 0.2, 0.35);
        Assert.True(WinRate(closed, Has("demoRequested")) > 2 * WinRate(closed, lead => !Has("demoRequested")(lead)));
        Assert.True(WinRate(closed, Is("source", "Referral")) > 3 * WinRate(closed, Is("source", "Bought list")));
        Assert.True(WinRate(closed, Is("industry", "Engineering")) > 1.5 * WinRate(closed, Is("industry", "Retail")));
        Assert.True(WinRate(closed, Starts("title", "Head")) > 2 * WinRate(closed, Is("title", "Intern")));
        Assert.True(WinRate(closed, Between("employees", 50, 499)) > 1.5 * WinRate(closed, Between("employees", 0, 9)));
    }

    [Fact]
    public void Generate_NoSingleField_DecidesTheOutcome()
    {
        var closed = s_leads.Where(lead => lead.ContainsKey("outcome")).ToList();

        Assert.InRange(WinRate(closed, Has("demoRequested")), 0.35, 0.8);
        Assert.InRange(WinRate(closed, Has("trialStarted")), 0.3, 0.8);
    }

    private static Predicate<Dictionary<string, object>> Has(string key) => lead => lead.ContainsKey(key);

    private static Predicate<Dictionary<string, object>> Is(string key, string value) => lead => value.Equals(lead.GetValueOrDefault(key));

    private static Predicate<Dictionary<string, object>> Starts(string key, string start) => lead => ((string)lead[key]).StartsWith(start, StringComparison.Ordinal);

    private static Predicate<Dictionary<string, object>> Between(string key, double from, double to) => lead => (double)lead[key] >= from && (double)lead[key] <= to;

    private static double WinRate(IEnumerable<Dictionary<string, object>> closed, Predicate<Dictionary<string, object>> isMeant) =>
        ShareOf(closed.Where(lead => isMeant(lead)).ToList(), Is("outcome", "Won"));

    private static double ShareOf(List<Dictionary<string, object>> leads, Predicate<Dictionary<string, object>> isMeant) =>
        (double)leads.Count(lead => isMeant(lead)) / leads.Count;
}
