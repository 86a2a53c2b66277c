using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Leads.Columns;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ColumnSetTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);

    [Fact]
    public void Fields_NothingChosen_AreTheUsual()
    {
        var set = new ColumnSet(s_catalog, []);

        Assert.Equal(["title", "country", "stage", "lastSeenAt"], set.Fields.Select(field => field.Key));
        Assert.Contains(set.FieldsRead, field => field.Key == "company");
    }

    [Fact]
    public void Fields_NothingChosenAndOthersAreUsual_AreThose() =>
        Assert.Equal(["owner", "phone"], new ColumnSet(s_catalog, [], usual: ["owner", "phone"]).Fields.Select(field => field.Key));

    [Fact]
    public void Fields_UnknownKey_IsLeftOut() =>
        Assert.Equal(["city"], new ColumnSet(s_catalog, ColumnChoice.ReadList("gone,city")).Fields.Select(field => field.Key));

    [Theory]
    [InlineData("city", 0, "city,title:120,country")]
    [InlineData("title", 9, "country,city,title:120")]
    [InlineData("country", 0, "country,title:120,city")]
    public void Move_ToAPlace_KeepsWidths(string key, int place, string expected) =>
        Assert.Equal(expected, ColumnChoice.WriteList(Set("title:120,country,city").Move(key, place)));

    [Theory]
    [InlineData("country", false, "title")]
    [InlineData("phone", true, "title,country,phone")]
    [InlineData("country", true, "title,country")]
    [InlineData("phone", false, "title,country")]
    public void Show_Field_AddsOrTakesAway(string key, bool isShown, string expected) =>
        Assert.Equal(expected, ColumnChoice.WriteList(Set("title,country").Show(key, isShown)));

    [Fact]
    public void Resize_LeadColumn_KeepsTheUsualFields()
    {
        var set = new ColumnSet(s_catalog, new ColumnSet(s_catalog, []).Resize(ColumnSet.Lead, 400));

        Assert.Equal(400, set.Widths[ColumnSet.Lead]);
        Assert.Equal(4, set.Fields.Count);
    }

    [Fact]
    public void Offered_ChosenFirst_EachOnce()
    {
        var offered = Set("phone,title").Offered.Select(field => field.Key).ToList();

        Assert.Equal(["phone", "title"], offered.Take(2));
        Assert.Equal(offered.Distinct(), offered);
    }

    private static ColumnSet Set(string choices) => new(s_catalog, ColumnChoice.ReadList(choices));

    [Fact]
    public void Resize_TheReason_LeavesTheUsualFields()
    {
        var set = new ColumnSet(s_catalog, []);

        var resized = new ColumnSet(s_catalog, set.Resize(ColumnSet.Why, 320));

        Assert.Equal(set.Fields, resized.Fields);
        Assert.Equal(320, resized.Widths[ColumnSet.Why]);
    }
}
