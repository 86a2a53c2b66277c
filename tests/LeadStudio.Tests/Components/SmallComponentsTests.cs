using Bunit;
using LeadStudio.Components;
using LeadStudio.Components.Dialogs;

namespace LeadStudio.Tests.Components;

public sealed class SmallComponentsTests : BunitContext
{
    public SmallComponentsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("ada.b@example.com", "AC")]
    [InlineData("王 小明", "王小")]
    [InlineData("👩‍💻 Xu", "👩‍💻X")]
    [InlineData("", "?")]
    public void Avatar_Name_ShowsInitials(string name, string expected) =>
        Assert.Equal(expected, Render<Avatar>(parameters => parameters.Add(a => a.Name, name)).Find("span").TextContent);

    [Fact]
    public void ConfirmByName_WrongName_KeepsTheButtonOff()
    {
        var confirmed = 0;
        var dialog = Render<ConfirmByName>(parameters => parameters
            .Add(d => d.Title, "Delete?").Add(d => d.Consequence, "It is gone.").Add(d => d.Name, "Hot DACH").Add(d => d.Action, "Delete")
            .Add(d => d.OnConfirm, () => confirmed++));

        dialog.Find("input").Input("hot dach");
        Assert.True(dialog.Find(".button-danger").HasAttribute("disabled"));
        dialog.Find("input").Input("Hot DACH ");
        dialog.Find(".button-danger").Click();

        Assert.Equal(1, confirmed);
    }

    [Theory]
    [InlineData(450_000, 1_000_000, 82_000.0, "45 % · 82,000 rows/s · 7 s left")]
    [InlineData(0, 1_000_000, 1_000.0, "0 % · 1,000 rows/s · 17 min left")]
    [InlineData(10, 10, 5.0, "100 % · 5 rows/s")]
    [InlineData(0, 0, null, "0 %")]
    public void ProgressMeter_Work_SaysRateAndTimeLeft(long done, long total, double? rate, string expected)
    {
        var meter = Render<ProgressMeter>(parameters => parameters
            .Add(m => m.Label, "Importing").Add(m => m.Done, done).Add(m => m.Total, total).Add(m => m.Unit, "rows").Add(m => m.PerSecond, rate));

        Assert.Equal(expected, meter.Find(".muted").TextContent);
    }

    [Theory]
    [InlineData(999, "999 bytes")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(12_340_000, "12.3 MB")]
    public void SizeText_Bytes_PicksTheUnit(long bytes, string expected) => Assert.Equal(expected, FileDrop.SizeText(bytes));

    [Theory]
    [InlineData(9_999, "9,999")]
    [InlineData(12_345, "12k")]
    [InlineData(999_600, "1 M")]
    [InlineData(-1_250_000, "−1.3 M")]
    public void FormattedNumber_Short_RoundsLargeNumbers(double value, string expected) =>
        Assert.Equal(expected, Render<FormattedNumber>(parameters => parameters.Add(n => n.Value, value).Add(n => n.Short, value: true)).Find("span").TextContent);

    [Fact]
    public void ChipList_Remove_NamesTheChip()
    {
        string? removed = null;
        var chips = Render<ChipList<string>>(parameters => parameters
            .Add(c => c.Label, "Filters").Add(c => c.Items, ["Band is A1", "Country is DE"]).Add(c => c.OnRemove, chip => removed = chip));

        chips.Find("button[aria-label='Remove Country is DE']").Click();

        Assert.Equal("Country is DE", removed);
    }
}
