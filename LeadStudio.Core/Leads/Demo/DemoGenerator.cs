namespace LeadStudio.Core.Leads.Demo;

/// <summary>Makes up a year of Northlight's leads. The same seed and instant make the same leads.</summary>
/// <param name="seed">Any number.</param>
/// <param name="asOf">The instant at which the year ends; nothing later is told.</param>
internal sealed class DemoGenerator(int seed, DateTimeOffset asOf)
{
    /// <summary>The number of leads that are made.</summary>
    public const int Leads = 5_000;

    /// <summary>The number of companies that they work for.</summary>
    public const int Companies = 1_900;

    private static readonly TimeSpan s_year = TimeSpan.FromDays(365);

    /// <summary>Tells all that happened.</summary>
    /// <returns>What became known, oldest first.</returns>
    public IReadOnlyList<DemoAct> Generate()
    {
        var dice = new DemoDice(seed);
        var companies = new DemoCompanies(dice).Make(Companies);
        var people = new DemoPeople(dice).Make(Leads, companies).ToList();
        return
        [
            .. people
                .SelectMany(person => new DemoJourney(person, FirstContact(person, dice), dice).Tell())
                .Where(act => act.At <= asOf)
                .OrderBy(act => act.At).ThenBy(act => act.ExternalId, StringComparer.Ordinal),
        ];
    }

    // More leads towards the end, for business grows; on working days, in the office hours of the lead's country.
    private DateTimeOffset FirstContact(DemoPerson person, DemoDice dice)
    {
        while (true)
        {
            var day = (asOf - (s_year * Math.Pow(dice.Even(), 1.25))).UtcDateTime.Date;
            var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var hour = 13 + (2.6 * dice.Normal()) - person.Company.Country.HoursFromUtc;
            var at = new DateTimeOffset(day, TimeSpan.Zero) + TimeSpan.FromMinutes(Math.Round(hour * 60));
            if (at <= asOf && at >= asOf - s_year && (!isWeekend || dice.Happens(0.15)))
            {
                return at;
            }
        }
    }
}
