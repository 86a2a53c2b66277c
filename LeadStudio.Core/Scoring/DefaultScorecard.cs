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
                // Not "contains CTO": a director would be one, as a coordinator would be a COO. What also comes as part of a word,
                // as in "Projektmanager" or "Cofounder", is looked for anywhere.
                Rule(
                    "decider",
                    "Decides on purchases",
                    25,
                    Any(
                        Word("CEO"), Word("CTO"), Word("CFO"), Word("COO"), Word("CMO"), Word("CIO"), Word("CRO"), Word("Chief"), Word("Owner"), Title("Founder"),
                        new Predicate(StandardFields.Title, Operator.StartsWith, ["President"]),
                        new Predicate(StandardFields.Title, Operator.IsOneOf, ["Managing Director", "General Manager", "Partner"]))),
                Rule("leader", "Leads a department", 18, Any(Word("VP"), Word("SVP"), Word("EVP"), Word("AVP"), Title("Vice President"), Word("Head"), Title("Director"))),
                Rule("manager", "Manager", 8, Title("Manager")),
                Rule("midsize", "200 to 5,000 employees", 20, new Predicate(StandardFields.Employees, Operator.Between, [200, 5000])),
                Rule("large", "More than 5,000 employees", 12, new Predicate(StandardFields.Employees, Operator.GreaterThan, [5000])),
                Rule("small", "20 to 199 employees", 10, new Predicate(StandardFields.Employees, Operator.Between, [20, 199])),
                Rule("business", "Business e-mail address", 10, new Predicate(StandardFields.Domain, Operator.IsNotEmpty, [])),
                Rule("learner", "Student or intern", -20, Any(Title("Student"), Title("Trainee"), Word("Intern"))),
                Rule("dropped", "Given up, by its stage", -60, Any(Stage("Lost"), Stage("Junk"), Stage("Disqualified"), Stage("Unqualified"))),
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

    private static Predicate Title(string text) => new(StandardFields.Title, Operator.Contains, [text]);

    private static Predicate Word(string word) => new(StandardFields.Title, Operator.HasWord, [word]);

    private static Predicate Source(string word) => new(StandardFields.Source, Operator.Contains, [word]);

    private static Predicate Stage(string word) => new(StandardFields.Stage, Operator.Contains, [word]);

    private static AnyCondition Any(params Condition[] items) => new([.. items]);
}
