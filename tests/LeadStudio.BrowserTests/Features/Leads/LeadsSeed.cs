using System.Collections.Concurrent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.BrowserTests.Features.Leads;

/// <summary>A few leads and a scorecard that judges them by their job title and the size of their company.</summary>
internal static class LeadsSeed
{
    private static readonly Scorecard s_card = new(
        [
            new("fit", "Fit", Axis.Fit, 60,
            [
                new("decider", "Decides on purchases", new Predicate(StandardFields.Title, Operator.StartsWith, ["VP"]), 40),
                new("size", "200 employees or more", new Predicate(StandardFields.Employees, Operator.AtLeast, [200]), 15),
            ]),
            new("engagement", "Engagement", Axis.Engagement, 40, [new("phone", "Left a phone number", new Predicate(StandardFields.Phone, Operator.IsNotEmpty, []), 10)]),
        ],
        BandCuts.Default);

    private static readonly (string First, string Last, string Company, string Title, double Employees, string? Phone)[] s_people =
    [
        ("Ann", "Lee", "Example Ltd", "VP Marketing", 500, "+44 20 7946 0000"), // 65 points
        ("Bob", "Stone", "Stone & Sons", "VP Sales", 20, null), // 40
        ("Cora", "Moreau", "Moreau SA", "Engineer", 800, null), // 15
        ("Dan", "Kim", "Kim Foods", "Clerk", 10, null), // 0
    ];

    /// <summary>Adds the leads and waits until they are scored.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>The ids of the leads by first name.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> AddAsync(IServiceProvider services)
    {
        await services.GetRequiredService<IScorecards>().PublishAsync(s_card, "for the test", Actor.System);
        var scored = new ConcurrentDictionary<long, bool>();
        var done = new TaskCompletionSource();
        using var subscription = services.GetRequiredService<IEventBus>().Subscribe<StandingsChanged>(news =>
        {
            news.Changes.ToList().ForEach(change => scored[change.LeadId] = true);
            if (scored.Count == s_people.Length)
            {
                done.TrySetResult();
            }
        });

        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (first, last, company, title, employees, phone) in s_people)
        {
            var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
            {
                [StandardFields.Email] = FieldValue.Of($"{first}@{last}.example"),
                [StandardFields.FirstName] = FieldValue.Of(first),
                [StandardFields.LastName] = FieldValue.Of(last),
                [StandardFields.Company] = FieldValue.Of(company),
                [StandardFields.Title] = FieldValue.Of(title),
                [StandardFields.Employees] = FieldValue.Of(employees),
                [StandardFields.Phone] = FieldValue.Of(phone),
            };
            ids[first] = (await services.GetRequiredService<ILeadStore>().AddAsync(values, Actor.LocalUser)).Value;
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return ids;
    }
}
