using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>The scorecard of a fresh installation: what is true of most business-to-business sales, until one's own data say more.</summary>
public static class DefaultScorecard
{
    /// <summary>Gets the scorecard.</summary>
    public static Scorecard Card { get; } = new(
        [
            new("fit", "Fit", Axis.Fit, 60,
            [
                // Not "contains CTO": a director would be one, as a coordinator would be a COO.
                Rule(
                    "decider",
                    "Decides on purchases",
                    25,
                    Any(
                        new Predicate(StandardFields.Title, Operator.IsOneOf, ["CEO", "CTO", "CFO", "COO", "CMO", "CIO", "CRO", "Managing Director", "General Manager", "Partner"]),
                        Begins("CEO"), Begins("CTO"), Begins("CFO"), Begins("Chief"), Begins("President"), Title("Founder"), Title("Owner"))),
                Rule("leader", "Leads a department", 18, Any(Title("VP"), Title("Vice President"), Title("Head"), Title("Director"))),
                Rule("manager", "Manager", 8, Title("Manager")),
                Rule("midsize", "200 to 5,000 employees", 20, new Predicate(StandardFields.Employees, Operator.Between, [200, 5000])),
                Rule("large", "More than 5,000 employees", 12, new Predicate(StandardFields.Employees, Operator.GreaterThan, [5000])),
                Rule("small", "20 to 199 employees", 10, new Predicate(StandardFields.Employees, Operator.Between, [20, 199])),
                Rule("business", "Business e-mail address", 10, new Predicate(StandardFields.Domain, Operator.IsNotEmpty, [])),
                Rule("learner", "Student or intern", -20, Any(Title("Student"), Title("Trainee"), new Predicate(StandardFields.Title, Operator.EndsWith, ["Intern"]))),
            ]),
            new("engagement", "Engagement", Axis.Engagement, 40,
            [
                Rule("active-week", "Active in the last 7 days", 20, new Predicate(StandardFields.LastSeenAt, Operator.InLastDays, [7])),
                Rule("active-month", "Active in the last 30 days", 8, new Predicate(StandardFields.LastSeenAt, Operator.InLastDays, [30])),
                Rule("new", "Came in during the last 14 days", 12, new Predicate(StandardFields.CreatedAt, Operator.InLastDays, [14])),
                Rule("phone", "Left a phone number", 8, new Predicate(StandardFields.Phone, Operator.IsNotEmpty, [])),
                Rule("referred", "Came by referral or partner", 10, Any(Source("Referral"), Source("Partner"))),
                Rule("quiet", "Nothing seen for 90 days", -10, new Predicate(StandardFields.LastSeenAt, Operator.NotInLastDays, [90])),
            ]),
        ],
        BandCuts.Default);

    private static Rule Rule(string key, string name, int points, Condition condition) => new(key, name, condition, points);

    private static Predicate Title(string word) => new(StandardFields.Title, Operator.Contains, [word]);

    private static Predicate Begins(string words) => new(StandardFields.Title, Operator.StartsWith, [words]);

    private static Predicate Source(string word) => new(StandardFields.Source, Operator.Contains, [word]);

    private static AnyCondition Any(params Condition[] items) => new([.. items]);
}
