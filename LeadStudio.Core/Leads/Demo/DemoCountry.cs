namespace LeadStudio.Core.Leads.Demo;

/// <summary>A country in which Northlight has leads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">How often it occurs, relative to the others.</param>
/// <param name="Language">What its people and companies are called.</param>
/// <param name="HoursFromUtc">How far its office hours are from UTC.</param>
/// <param name="Owner">The sales person in charge.</param>
/// <param name="Places">Its cities.</param>
internal sealed record DemoCountry(string Name, double Share, DemoLanguage Language, int HoursFromUtc, string Owner, IReadOnlyList<DemoPlace> Places)
{
    /// <summary>Gets all countries.</summary>
    /// <remarks>
    /// Phone numbers are of the ranges that are kept free for stories: 555-0100 to 0199 (North America), and those that Ofcom, the Bundesnetzagentur,
    /// ARCEP, PTS, ACMA and ComReg name. Where a country keeps none, its leads have no number.
    /// </remarks>
    public static IReadOnlyList<DemoCountry> All { get; } =
    [
        new("United States", 34, DemoLanguage.American, -6, "Dana Whitfield",
        [
            new("New York", "+1 212 555 01##"), new("Chicago", "+1 312 555 01##"), new("Austin", "+1 512 555 01##"), new("Denver", "+1 303 555 01##"),
            new("Seattle", "+1 206 555 01##"), new("Boston", "+1 617 555 01##"), new("Atlanta", "+1 404 555 01##"), new("Portland", "+1 503 555 01##"),
            new("San Diego", "+1 619 555 01##"), new("Minneapolis", "+1 612 555 01##"),
        ]),
        new("Canada", 6, DemoLanguage.American, -5, "Dana Whitfield",
        [
            new("Toronto", "+1 416 555 01##"), new("Vancouver", "+1 604 555 01##"), new("Calgary", "+1 403 555 01##"), new("Ottawa", "+1 613 555 01##"),
        ]),
        new("United Kingdom", 17, DemoLanguage.British, 0, "Owen Pritchard",
        [
            new("London", "+44 20 7946 0###"), new("Manchester", "+44 161 496 0###"), new("Leeds", "+44 113 496 0###"), new("Bristol", "+44 117 496 0###"),
            new("Birmingham", "+44 121 496 0###"), new("Edinburgh", "+44 131 496 0###"), new("Glasgow", "+44 141 496 0###"), new("Cardiff", "+44 29 2018 0###"),
        ]),
        new("Ireland", 3, DemoLanguage.British, 0, "Owen Pritchard", [new("Dublin", "+353 20 91# ####"), new("Cork", "+353 20 91# ####")]),
        new("Germany", 15, DemoLanguage.German, 1, "Katrin Ahlers",
        [
            new("Berlin", "+49 30 23125 ###"), new("Frankfurt", "+49 69 90009 ###"), new("Hamburg", "+49 40 66969 ###"), new("Köln", "+49 221 4710 ###"),
            new("München", "+49 89 99998 ###"),
        ]),
        new("France", 9, DemoLanguage.French, 1, "Yasmine Cordier",
        [
            new("Paris", "+33 1 99 00 ## ##"), new("Nantes", "+33 2 61 91 ## ##"), new("Strasbourg", "+33 3 53 01 ## ##"), new("Lyon", "+33 4 65 71 ## ##"),
            new("Bordeaux", "+33 5 36 49 ## ##"),
        ]),
        new("Sweden", 4, DemoLanguage.Swedish, 1, "Katrin Ahlers", [new("Stockholm", "+46 8 465 004 ##"), new("Göteborg", "+46 31 390 06 1#"), new("Malmö", "+46 40 628 04 1#")]),
        new("Netherlands", 5, DemoLanguage.Dutch, 1, "Katrin Ahlers", [new("Amsterdam", null), new("Rotterdam", null), new("Utrecht", null), new("Eindhoven", null)]),
        new("Spain", 4, DemoLanguage.Spanish, 1, "Yasmine Cordier", [new("Madrid", null), new("Barcelona", null), new("Valencia", null), new("Bilbao", null)]),
        new("Australia", 3, DemoLanguage.British, 10, "Marcus Oyelaran",
        [
            new("Sydney", "+61 2 5550 ####"), new("Melbourne", "+61 3 5550 ####"), new("Brisbane", "+61 7 5550 ####"), new("Perth", "+61 8 5550 ####"),
        ]),
    ];
}

/// <summary>A city.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phone">Its phone numbers, with <c>#</c> for any digit; null where no number is kept free for stories.</param>
internal sealed record DemoPlace(string Name, string? Phone);
