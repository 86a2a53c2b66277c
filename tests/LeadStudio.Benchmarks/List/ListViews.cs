using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Benchmarks.List;

/// <summary>The 40 views that the list must answer quickly: no filter to three that match nothing, all kinds of fields, search, sorts.</summary>
internal static class ListViews
{
    /// <summary>Gets the views.</summary>
    public static IReadOnlyList<LeadQuery> All { get; } =
    [
        // Hot as it opens, and the other ways to sort all leads.
        View(""),
        View("", all: true),
        View("", "score", up: true),
        View("", "band", up: true),
        View("", "createdAt"),
        View("", "lastSeenAt"),
        View("", "company", up: true),
        View("", "lastName", up: true, all: true),
        View("", "country", up: true),
        View("", "employees"),
        View("", "revenue"),
        View("", "trialEnds", up: true),

        // One filter: nearly all, some, few, none.
        View("stage is New"),
        View("score >= 80"),
        View("band in (A1, A2)"),
        View("score < 5"),
        View("country is \"country ber1\""),
        View("country is \"country ber79\""),
        View("title contains sales"),
        View("title contains zeppelin"),
        View("company starts with mar"),
        View("email matches unknown.example"),
        View("createdAt in last 3000 days", "createdAt"),
        View("employees between 200 and 500", "employees"),
        View("phone is empty", "lastSeenAt"),
        View("tags has any (\"tag dor3\")"),
        View("newsletter is true", "revenue"),
        View("notes contains spring", "company", up: true),
        View("trialEnds is not empty", "trialEnds", up: true),

        // Several.
        View("industry is \"industry cas2\" and employees >= 1000"),
        View("country is \"country ber1\" and title contains ceo and score >= 50", "lastName", up: true),
        View("(stage is New or stage is Contacted) and not source is \"source ber1\"", "createdAt"),
        View("visits > 190 and pagesPerVisit > 9.9 and budget > 990000"),
        View("visits < 100 and revenue < 1000 and newsletter is true"),
        View("plan is \"plan el4\" and region is \"region zel99\" and segment is empty"),
        View("lastCall in next 30 days and budget > 1e9 and postcode starts with 99"),

        // Search, alone and with a filter.
        View("", search: "ann"),
        View("", search: "marnor gmbh"),
        View("score >= 60", search: "zoe seller berlin"),
        View("country is \"country ber1\"", "company", up: true, search: "a"),
    ];

    private static LeadQuery View(string filter, string sort = "score", bool up = false, bool all = false, string search = "") => new()
    {
        Filter = filter.Length == 0 ? null : ConditionText.Parse(filter) is { IsSuccess: true, Value: var condition }
            ? condition
            : throw new ArgumentException($"Not a filter: {filter}", nameof(filter)),
        SortKey = sort,
        Descending = !up,
        Scope = all ? LeadScope.All : LeadScope.Open,
        Search = search,
    };
}
