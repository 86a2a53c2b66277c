namespace LeadStudio.Core.Leads.Demo;

/// <summary>The hidden rule that decides who buys: what scorecards and models are to find.</summary>
internal static class DemoRule
{
    private const double Base = -3.6;
    private const double Noise = 0.6;

    /// <summary>Computes the probability that a lead is won.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="visits">What the person did.</param>
    /// <param name="dice">Draws what nothing explains.</param>
    /// <returns>A probability, 0 to 1.</returns>
    public static double ProbabilityOfSale(DemoPerson person, DemoVisits visits, DemoDice dice)
    {
        var odds = Base + person.Rank.Odds + person.Company.Industry.Odds + person.Source.Odds + OddsOfSize(person.Company.Employees);
        odds += visits.DemoRequested is { } demo ? 1.4 + (demo < TimeSpan.FromDays(7) ? 0.4 : 0) : 0;
        odds += visits.TrialStarted is null ? 0 : 0.8;
        odds += 0.25 * Math.Log(1 + visits.Pages);
        odds += person.Budget is null ? 0 : 0.4;
        odds += person.Newsletter ? 0.15 : 0;
        odds += (0.3 * person.Interest) + (Noise * dice.Normal());
        return 1 / (1 + Math.Exp(-odds));
    }

    private static double OddsOfSize(int employees) => employees switch
    {
        < 10 => -1.0,
        < 50 => 0.1,
        < 500 => 0.8,
        < 5000 => 0.4,
        _ => -0.5,
    };
}
