using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Features.Leads.Filters;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class CellFilterTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, [.. StandardFields.Options, Option(9, 1, "Germany"), Option(17, 4, "Partner, old"), Option(17, 5, "VIP")]);

    private static readonly LeadRow s_row = new(
        new LeadListRow(
            7, 88, Band.FromCode(1), 1, "", 0, 0, IsOpen: true, CompanyId: null, 0,
            new Dictionary<int, FieldValue>
            {
                [s_catalog["title"].Id] = FieldValue.Of("VP \"Sales\""),
                [s_catalog["country"].Id] = FieldValue.Of(1),
                [s_catalog["employees"].Id] = FieldValue.Of(250),
                [s_catalog["lastSeenAt"].Id] = FieldValue.Of(1_764_115_200_000_000 + 3_600_000_000), // 26 November 2025, 1 o'clock
                [s_catalog["tags"].Id] = FieldValue.OfCodes([4, 5]),
            },
            new LeadCursor(FieldValue.Of(88), 7)),
        "",
        ScoreTrend.None);

    [Theory]
    [InlineData("title", "title is \"VP \\\"Sales\\\"\"")]
    [InlineData("country", "country is Germany")]
    [InlineData("employees", "employees is 250")]
    [InlineData("lastSeenAt", "lastSeenAt is 2025-11-26")]
    [InlineData("city", "city is empty")]
    [InlineData("tags", "tags has any (\"Partner, old\") and tags has any (VIP)")]
    [InlineData("score", "band is A1 and score >= 88")]
    public void Of_ACell_IsAConditionThatTheCatalogTakes(string column, string expected)
    {
        var conditions = CellFilter.Of(s_row, column, s_catalog, TimeZoneInfo.Utc);

        Assert.Equal(expected, string.Join(" and ", conditions.Select(ConditionText.Print)));
        Assert.All(conditions, condition => Assert.Empty(new ConditionValidator(ListColumns.Of(s_catalog)).Check(condition)));
    }

    [Fact]
    public void Of_ATimeOfYesterdayInTheUsersZone_IsTheDayThatTheCellShows() =>
        Assert.Equal(
            "lastSeenAt is 2025-11-25", // 8 o'clock in the evening
            ConditionText.Print(CellFilter.Of(s_row, "lastSeenAt", s_catalog, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"))[0]));

    [Fact]
    public void And_AConditionThatIsThere_ChangesNothing()
    {
        var condition = CellFilter.Of(s_row, "country", s_catalog, TimeZoneInfo.Utc)[0];
        var once = new LeadListState { FilterText = "employees >= 5" }.And(condition);

        Assert.Equal("employees >= 5 and country is Germany", once.FilterText);
        Assert.Equal(once, once.And(condition));
        Assert.Equal("employees >= 5 and country is Germany and not city is empty", once.And(new NotCondition(CellFilter.Of(s_row, "city", s_catalog, TimeZoneInfo.Utc)[0])).FilterText);
    }

    private static FieldOption Option(int field, int code, string label) => new() { FieldId = field, Code = code, Label = label, Folded = LeadStudio.Core.Common.Folding.Fold(label) };
}
