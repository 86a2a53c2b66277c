namespace LeadStudio.Core.Leads.Demo;

// What moves the odds of a sale: each trait carries its part of the hidden rule, as an addend to the logarithm of the odds.

/// <summary>A branch of trade.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">How often it occurs, relative to the others.</param>
/// <param name="Odds">Its part of the hidden rule.</param>
/// <param name="Size">By how much its companies are larger than others.</param>
internal sealed record DemoIndustry(string Name, double Share, double Odds, double Size)
{
    /// <summary>Gets all; the words for them in <see cref="DemoLanguage.Trades"/> stand in this order.</summary>
    public static IReadOnlyList<DemoIndustry> All { get; } =
    [
        new("Software", 18, 0.5, 0.8),
        new("Consulting", 14, 0.7, 0.5),
        new("Engineering", 13, 0.9, 1.0),
        new("Construction", 11, 0.4, 1.1),
        new("Manufacturing", 13, 0.1, 1.8),
        new("Marketing agency", 9, 0.3, 0.4),
        new("Logistics", 7, -0.2, 1.5),
        new("Healthcare", 6, -0.4, 2.0),
        new("Education", 5, -0.9, 1.6),
        new("Retail", 4, -1.0, 1.3),
    ];
}

/// <summary>Where a lead came from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">How often it occurs, relative to the others.</param>
/// <param name="Odds">Its part of the hidden rule.</param>
/// <param name="Tag">The tag that it brings along, or null.</param>
internal sealed record DemoSource(string Name, double Share, double Odds, string? Tag)
{
    public static IReadOnlyList<DemoSource> All { get; } =
    [
        new("Organic search", 26, 0.2, "Inbound"),
        new("Paid search", 19, -0.3, "Inbound"),
        new("Webinar", 14, 0.1, "Webinar"),
        new("Referral", 10, 0.9, null),
        new("Partner", 8, 0.5, "Partner"),
        new("Trade fair", 9, -0.1, "Trade fair"),
        new("Social media", 8, -0.5, null),
        new("Bought list", 6, -1.6, null),
    ];
}

/// <summary>How high somebody stands.</summary>
/// <param name="Share">How often it occurs, relative to the others.</param>
/// <param name="Odds">Its part of the hidden rule.</param>
/// <param name="Titles">Titles, as people write them.</param>
internal sealed record DemoRank(double Share, double Odds, IReadOnlyList<string> Titles)
{
    public static IReadOnlyList<DemoRank> All { get; } =
    [
        new(9, 0.8, ["CEO", "COO", "Managing Director", "Founder", "CTO", "Chief Operating Officer", "CIO"]),
        new(17, 1.1, ["Head of Operations", "Head of PMO", "VP Engineering", "Director of Projects", "Head of Delivery", "VP Operations", "Director of IT"]),
        new(34, 0.4, ["Project Manager", "Operations Manager", "PMO Manager", "Programme Manager", "IT Manager", "Office Manager", "Marketing Manager", "Product Manager"]),
        new(31, -0.5, ["Project Coordinator", "Business Analyst", "Software Engineer", "Consultant", "Planner", "Designer", "Site Engineer", "Account Executive"]),
        new(6, -1.9, ["Student", "Intern", "Research Assistant", "Freelancer"]),
    ];
}
