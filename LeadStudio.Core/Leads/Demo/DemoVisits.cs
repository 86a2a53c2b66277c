namespace LeadStudio.Core.Leads.Demo;

/// <summary>What a person does on Northlight's site, all of it counted from the day of the first contact.</summary>
internal sealed record DemoVisits
{
    /// <summary>Gets after which time the person comes back, ascending; empty where that never happens.</summary>
    public required IReadOnlyList<TimeSpan> Returns { get; init; }

    /// <summary>Gets how many pages the person reads in all.</summary>
    public required int Pages { get; init; }

    /// <summary>Gets after which time a demo was asked for; zero for "in the first form", null for never.</summary>
    public TimeSpan? DemoRequested { get; init; }

    /// <summary>Gets after which time a trial began, or null.</summary>
    public TimeSpan? TrialStarted { get; init; }

    /// <summary>Draws what a person does: the more interested, the more.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="dice">What to draw from.</param>
    /// <returns>The visits.</returns>
    public static DemoVisits Draw(DemoPerson person, DemoDice dice)
    {
        var pull = person.Interest + (0.3 * person.Rank.Odds) + (person.Source.Name == "Bought list" ? -1 : 0);
        var asksAtOnce = dice.Happens(Logistic(pull - 2.6));
        var count = (int)Math.Min(3, Math.Floor(dice.LogNormal(Math.Exp((0.5 * pull) - 0.1), 0.5)));
        var returns = new List<TimeSpan>();
        for (var i = 0; i < count; i++)
        {
            returns.Add((i == 0 ? TimeSpan.Zero : returns[^1]) + TimeSpan.FromDays(0.2 + dice.LogNormal(i == 0 ? 3 : 9, 0.8)));
        }

        return new DemoVisits
        {
            Returns = returns,
            Pages = 1 + (int)dice.LogNormal(Math.Exp(0.6 + (0.5 * pull)) * (1 + count), 0.5),
            DemoRequested = asksAtOnce ? TimeSpan.Zero : count > 0 && dice.Happens(Logistic(pull - 1.4)) ? dice.Any(returns) : null,
            TrialStarted = count > 0 && dice.Happens(Logistic(pull - 1.2)) ? dice.Any(returns) : null,
        };
    }

    private static double Logistic(double odds) => 1 / (1 + Math.Exp(-odds));
}
