using Bunit;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Leads.Columns;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ColumnChooserTests : BunitContext
{
    private ColumnLayout _layout = new([new ColumnChoice("title"), new ColumnChoice("city", 140)], "", IsCompact: false);

    [Fact]
    public void Keys_AltAndArrow_MoveAColumnAndStopAtTheEnds()
    {
        var chooser = RenderChooser();

        Row(chooser, "Job title").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(["title", "city"], Keys);
        Row(chooser, "Job title").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowDown", AltKey = true });

        Assert.Equal(["city", "title"], Keys);
        Assert.Equal(140, _layout.Columns[0].Width);
    }

    [Fact]
    public void Width_TypedAndTakenAway_IsKeptWithinItsRange()
    {
        var chooser = RenderChooser();

        chooser.Find("[aria-label='Width of Lead in pixels']").Change("20");
        Assert.Contains(new ColumnChoice("lead", 48), _layout.Columns);
        chooser.Find("[aria-label='Width of City in pixels']").Change("");

        Assert.Contains(new ColumnChoice("city"), _layout.Columns);
    }

    [Fact]
    public void FreezeAndDensity_Pressed_AreSetAndTakenBack()
    {
        var chooser = RenderChooser();

        chooser.Find("[aria-label='Freeze up to Job title']").Click();
        chooser.FindAll("[type=radio]")[1].Change("on");
        Assert.Equal(("title", true), (_layout.Frozen, _layout.IsCompact));
        Assert.Equal(3, Set.FrozenColumns); // score, lead, title
        chooser.Find("[aria-label='Freeze up to Job title']").Click();

        Assert.Equal("", _layout.Frozen);
        Assert.Equal(0, Set.FrozenColumns);
    }

    [Fact]
    public void Changes_BeforeThePageShowsTheFirst_AreAllKept()
    {
        var chooser = Render<ColumnChooser>(parameters => parameters
            .Add(shown => shown.Set, Set)
            .Add(shown => shown.Layout, _layout)
            .Add(shown => shown.OnChange, change => _layout = change(_layout, Set)));

        chooser.Find("[aria-label='Freeze up to Job title']").Click();
        chooser.FindAll("[type=radio]")[1].Change("on");
        Row(chooser, "Phone").QuerySelector("[type=checkbox]")!.Change(true);
        Row(chooser, "City").QuerySelector("[type=checkbox]")!.Change(false);

        Assert.Equal(new ColumnLayout([new ColumnChoice("title"), new ColumnChoice("phone")], "title", IsCompact: true), _layout);
    }

    private IEnumerable<string> Keys => _layout.Columns.Select(column => column.Key).Where(key => key != "lead");

    private ColumnSet Set => new(new FieldCatalog(1, StandardFields.All, StandardFields.Options), _layout.Columns, _layout.Frozen);

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<ColumnChooser> chooser, string label) =>
        chooser.FindAll("li").Single(row => row.QuerySelector("label")!.TextContent.Trim() == label);

    private IRenderedComponent<ColumnChooser> RenderChooser()
    {
        IRenderedComponent<ColumnChooser>? chooser = null;
        chooser = Render<ColumnChooser>(parameters => parameters
            .Add(shown => shown.Set, Set)
            .Add(shown => shown.Layout, _layout)
            .Add(shown => shown.OnChange, change =>
            {
                _layout = change(_layout, Set);
                chooser!.Render(again => again.Add(shown => shown.Set, Set).Add(shown => shown.Layout, _layout));
            }));
        return chooser;
    }
}
