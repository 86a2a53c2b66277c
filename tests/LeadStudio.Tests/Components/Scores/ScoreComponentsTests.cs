using Bunit;
using LeadStudio.Components.Scores;

namespace LeadStudio.Tests.Components.Scores;

public sealed class ScoreComponentsTests : BunitContext
{
    [Theory]
    [InlineData("A1", 3, "Band A1: good fit, high engagement")]
    [InlineData("B2", 2, "Band B2: fair fit, medium engagement")]
    [InlineData("C3", 1, "Band C3: weak fit, low engagement")]
    public void BandChip_Band_ReadsWithoutColour(string band, int bars, string spoken)
    {
        var chip = Render<BandChip>(parameters => parameters.Add(c => c.Band, band));

        Assert.Equal(bars, chip.FindAll("i.on").Count);
        Assert.Equal(spoken, chip.Find(".chip").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("D1")]
    [InlineData("A4")]
    public void BandChip_NoBand_DrawsNothing(string? band) =>
        Assert.Empty(Render<BandChip>(parameters => parameters.Add(c => c.Band, band)).Markup);

    [Theory]
    [InlineData(14, ".up", "+14")]
    [InlineData(-7, ".down", "−7")]
    public void ScoreBadge_Change_ShowsItsSign(int change, string selector, string expected)
    {
        var badge = Render<ScoreBadge>(parameters => parameters.Add(b => b.Score, 92).Add(b => b.Change, change));

        Assert.Contains(expected, badge.Find(selector).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sparkline_Values_RunsFromBottomToTop()
    {
        var line = Render<Sparkline>(parameters => parameters.Add(s => s.Values, [0, double.NaN, 100, 50]));

        Assert.Equal("M2 18M39.3 2L58 10", line.Find("path").GetAttribute("d")); // 60 x 20 px with 2 px around
        Assert.Equal("From 0 to 50, least 0, most 100", line.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void WaterfallChart_SignedAmounts_EachStartsWhereTheLastEnded()
    {
        var chart = Render<WaterfallChart>(parameters => parameters
            .Add(w => w.Maximum, 100)
            .Add(w => w.Entries, [new("Asked for a demo", 25), new("Unsubscribed", -12.5), new("Title", 15)]));

        var bars = chart.FindAll("tbody .plot > div").Select(bar => bar.GetAttribute("style"));
        Assert.Equal(["margin-left:0%;width:25%", "margin-left:12.5%;width:12.5%", "margin-left:12.5%;width:15%"], bars);
        Assert.Equal(["+25", "−12.5", "+15"], chart.FindAll("tbody .amount").Select(cell => cell.TextContent));
        Assert.Equal("= 27.5", chart.Find("tfoot .amount").TextContent);
    }

    [Fact]
    public void WaterfallChart_BelowZero_StaysInsideThePlot()
    {
        var chart = Render<WaterfallChart>(parameters => parameters.Add(w => w.Entries, [new("Bounced", -10), new("Title", 30)]));

        var bars = chart.FindAll("tbody .plot > div").Select(bar => bar.GetAttribute("style"));
        Assert.Equal(["margin-left:0%;width:33.33%", "margin-left:0%;width:100%"], bars);
    }

    [Fact]
    public void Histogram_TwoSeries_TellsBoth()
    {
        var histogram = Render<Histogram>(parameters => parameters
            .Add(h => h.Label, "Before")
            .Add(h => h.OtherLabel, "After")
            .Add(h => h.Bins, [new(0, 49, 30, 10), new(50, 100, 10, 30)]));

        Assert.Equal("Before: 40 in all, most of them from 0 to 49", histogram.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(["160", "53.33"], histogram.FindAll(".first").Select(bar => bar.GetAttribute("height")));
        Assert.Equal("50 to 100: 10 (Before), 30 (After)", histogram.FindAll("title")[1].TextContent);
    }
}
