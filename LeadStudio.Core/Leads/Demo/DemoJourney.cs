using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>Tells one person's story: the first contact, the visits, the sale or its end.</summary>
/// <param name="person">Who it is.</param>
/// <param name="createdAt">When the person was first heard of.</param>
/// <param name="dice">What to draw from.</param>
internal sealed class DemoJourney(DemoPerson person, DateTimeOffset createdAt, DemoDice dice)
{
    private const double ProbabilityOfForgetting = 0.1;

    /// <summary>Tells the whole story, also what has not happened yet.</summary>
    /// <returns>The acts, oldest first.</returns>
    public IEnumerable<DemoAct> Tell()
    {
        var visits = DemoVisits.Draw(person, dice);
        yield return FirstContact(visits);

        var last = createdAt;
        var pages = (double)FirstPages(visits);
        for (var i = 0; i < visits.Returns.Count; i++)
        {
            last = createdAt + visits.Returns[i];
            pages += Math.Round((visits.Pages - pages) / (visits.Returns.Count - i));
            yield return Return(last, i, pages, visits);
        }

        if (visits.Returns.Count == 0)
        {
            last = createdAt + TimeSpan.FromDays(0.5 + dice.LogNormal(2, 0.7));
            yield return Act(last, (StandardFields.Stage, "Contacted"));
        }

        var isWon = dice.Happens(DemoRule.ProbabilityOfSale(person, visits, dice));
        if (!isWon && dice.Happens(ProbabilityOfForgetting))
        {
            yield break;
        }

        yield return Close(last + TimeSpan.FromDays(1 + dice.LogNormal(isWon ? 24 : 33, 0.6)), isWon);
    }

    private static int FirstPages(DemoVisits visits) => Math.Max(1, visits.Pages / (1 + visits.Returns.Count));

    private DemoAct FirstContact(DemoVisits visits)
    {
        var company = person.Company;
        var values = new Dictionary<string, object>
        {
            [StandardFields.Email] = person.Email,
            [StandardFields.FirstName] = person.FirstName,
            [StandardFields.LastName] = person.LastName,
            [StandardFields.Company] = company.Name,
            [StandardFields.Website] = $"https://www.{company.Domain}",
            [StandardFields.Title] = person.Title,
            [StandardFields.Country] = company.Country.Name,
            [StandardFields.City] = company.Place.Name,
            [StandardFields.Industry] = company.Industry.Name,
            [StandardFields.Employees] = (double)company.Employees,
            [StandardFields.Source] = person.Source.Name,
            [StandardFields.Stage] = "New",
            [StandardFields.Owner] = company.Country.Owner,
            [StandardFields.CreatedAt] = createdAt,
            [StandardFields.LastSeenAt] = createdAt,
            [DemoFields.Newsletter] = person.Newsletter,
            [DemoFields.PagesVisited] = (double)FirstPages(visits),
        };
        Add(values, StandardFields.Phone, person.Phone);
        Add(values, DemoFields.Budget, person.Budget);
        Add(values, DemoFields.TeamSize, person.TeamSize);
        Add(values, DemoFields.UseCase, person.UseCase);
        Add(values, DemoFields.Products, Some(DemoFields.ProductNames, 0.3));
        Add(values, StandardFields.Tags, Tags());
        Add(values, DemoFields.DemoRequested, visits.DemoRequested == TimeSpan.Zero ? (object)createdAt : null);
        return new(createdAt, person.ExternalId, values);
    }

    private DemoAct Return(DateTimeOffset at, int number, double pages, DemoVisits visits)
    {
        var isHot = visits.DemoRequested <= visits.Returns[number] || visits.TrialStarted <= visits.Returns[number];
        var stage = isHot && number > 0 ? "Proposal" : isHot ? "Qualified" : "Contacted";
        var values = new Dictionary<string, object>
        {
            [StandardFields.Stage] = stage,
            [StandardFields.LastSeenAt] = at,
            [DemoFields.PagesVisited] = pages,
        };
        Add(values, DemoFields.DemoRequested, visits.DemoRequested == visits.Returns[number] ? (object)at : null);
        Add(values, DemoFields.TrialStarted, visits.TrialStarted == visits.Returns[number] ? (object)at : null);
        return new(at, person.ExternalId, values);
    }

    private DemoAct Close(DateTimeOffset at, bool isWon)
    {
        // A seat costs 9 euros a month; discounts and options move the rest.
        var value = Math.Round(dice.LogNormal(Math.Max(3, person.TeamSize ?? 12) * 9 * 12, 0.25) / 10) * 10;
        return isWon
            ? Act(at, (StandardFields.Stage, "Customer"), (StandardFields.Outcome, "Won"), (StandardFields.OutcomeAt, at), (StandardFields.OutcomeValue, value))
            : Act(at, (StandardFields.Stage, "Disqualified"), (StandardFields.Outcome, "Lost"), (StandardFields.OutcomeAt, at));
    }

    private DemoAct Act(DateTimeOffset at, params (string Key, object Value)[] values) =>
        new(at, person.ExternalId, values.ToDictionary(value => value.Key, value => value.Value));

    private static void Add(Dictionary<string, object> values, string key, object? value)
    {
        if (value is not null)
        {
            values.Add(key, value);
        }
    }

    private string[]? Tags()
    {
        string[] tags = [.. (person.Source.Tag is { } tag ? [tag] : Array.Empty<string>()), .. Some(DemoFields.Tags.Skip(4).ToList(), 0.1) ?? []];
        return tags.Length == 0 ? null : tags;
    }

    private string[]? Some(IReadOnlyList<string> items, double probability)
    {
        var some = items.Where(_ => dice.Happens(probability)).ToArray();
        return some.Length == 0 ? null : some;
    }
}
