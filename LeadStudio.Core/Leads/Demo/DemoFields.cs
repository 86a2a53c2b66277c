using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>The fields that Northlight keeps besides the standard ones, and the options of its choices.</summary>
internal static class DemoFields
{
    public const string Budget = "budget";
    public const string TeamSize = "teamSize";
    public const string UseCase = "useCase";
    public const string Products = "productsOfInterest";
    public const string Newsletter = "newsletter";
    public const string TrialStarted = "trialStarted";
    public const string DemoRequested = "demoRequested";
    public const string PagesVisited = "pagesVisited";

    /// <summary>Gets the fields; the keys above are those that the catalog makes of these labels.</summary>
    public static IReadOnlyList<NewField> Added { get; } =
    [
        new("Budget", FieldType.Number),
        new("Team size", FieldType.Number),
        new("Use case", FieldType.Choice),
        new("Products of interest", FieldType.MultiChoice),
        new("Newsletter", FieldType.Boolean),
        new("Trial started", FieldType.Date),
        new("Demo requested", FieldType.Date),
        new("Pages visited", FieldType.Number),
    ];

    public static IReadOnlyList<string> UseCases { get; } =
        ["Client projects", "Product roadmap", "Resource planning", "Marketing campaigns", "Site schedules", "Internal IT"];

    public static IReadOnlyList<string> ProductNames { get; } = ["Planner", "Timesheets", "Portfolio", "Reports", "Mobile"];

    public static IReadOnlyList<string> Tags { get; } =
        ["Inbound", "Webinar", "Trade fair", "Partner", "Uses a competitor", "Spreadsheet user", "Security questions", "Wants a call"];

    /// <summary>Gets the options that each choice needs, by field key.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Options { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [StandardFields.Country] = [.. DemoCountry.All.Select(country => country.Name)],
        [StandardFields.Industry] = [.. DemoIndustry.All.Select(industry => industry.Name)],
        [StandardFields.Source] = [.. DemoSource.All.Select(source => source.Name)],
        [StandardFields.Tags] = Tags,
        [UseCase] = UseCases,
        [Products] = ProductNames,
    };
}
