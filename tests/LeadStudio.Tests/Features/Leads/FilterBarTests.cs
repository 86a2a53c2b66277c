using Bunit;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Filters;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class FilterBarTests : BunitContext
{
    private LeadListState? _asked;

    public FilterBarTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Chips_OfAFilter_SayItInWordsAndAreTakenAwayOneByOne()
    {
        var bar = RenderBar("employees >= 200 and title contains vp");

        Assert.Equal(["Employees is at least 200", "Job title contains vp"], bar.FindAll("li:not(.more) > span").Select(chip => chip.TextContent));
        bar.Find("[aria-label='Remove Employees is at least 200']").Click();

        Assert.Equal("title contains vp", _asked?.FilterText);
    }

    [Fact]
    public void Add_FieldThenValue_JoinsTheOthers()
    {
        var bar = RenderBar("employees >= 200");

        bar.Find("[aria-haspopup=dialog]").Click();
        bar.FindAll(".fields button").Single(button => button.TextContent == "City").Click();
        bar.Find("input[aria-label=Value]").Change("Berlin");
        bar.Find("[popover] form").Submit();

        Assert.Equal("employees >= 200 and city contains Berlin", _asked?.FilterText);
        Assert.Empty(bar.FindAll("[popover]"));
    }

    [Fact]
    public void Text_ThatCannotBeRead_IsShownWithItsMistakeAndNotApplied()
    {
        var bar = RenderBar("employees >= and");

        Assert.Equal("true", bar.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Equal("a", bar.Find(".place mark").TextContent); // of "and", where a value was expected
        bar.Find("form").Submit();

        Assert.Null(_asked);
    }

    [Fact]
    public void Text_Escape_LeavesItWithoutApplying()
    {
        var bar = RenderBar("employees >= 200");
        bar.FindAll("button").Single(button => button.TextContent == "As text").Click();
        bar.Find("textarea").Input("city is Berlin");

        bar.Find("textarea").KeyDown("Escape");

        Assert.Empty(bar.FindAll("textarea"));
        Assert.Null(_asked);
    }

    [Fact]
    public void Groups_AConditionThatIsNotFinished_CannotBeAppliedAndLost()
    {
        var bar = RenderBar("");
        AngleSharp.Dom.IElement? Button(string text) => bar.FindAll("button").SingleOrDefault(button => button.TextContent.Trim() == text);
        Button("And / or")!.Click();
        Button("Add group")!.Click();
        bar.FindAll("button").First(button => button.TextContent == "Add condition").Click();
        bar.FindAll(".fields button").Single(button => button.TextContent == "City").Click();

        Assert.Null(Button("Apply groups"));
        bar.Find("input[aria-label=Value]").Change("Berlin");
        bar.Find("[popover] form").Submit();
        Button("Apply groups")!.Click();

        Assert.Equal("city contains Berlin", _asked?.FilterText);
    }

    [Fact]
    public void Groups_AnyWithAFurtherCondition_ReplacesTheFilter()
    {
        var bar = RenderBar("employees >= 200 and title contains vp");

        bar.FindAll("button").Single(button => button.TextContent.Trim() == "And / or").Click();
        bar.Find("[aria-label='How many must hold']").Change("any");
        bar.FindAll("button").Single(button => button.TextContent == "Add condition").Click();
        bar.FindAll(".fields button").Single(button => button.TextContent == "City").Click();
        bar.Find("input[aria-label=Value]").Change("Berlin");
        bar.Find("[popover] form").Submit();
        bar.FindAll("button").Single(button => button.TextContent == "Apply groups").Click();

        Assert.Equal("employees >= 200 or title contains vp or city contains Berlin", _asked?.FilterText);
    }

    private IRenderedComponent<FilterBar> RenderBar(string filter) => Render<FilterBar>(parameters => parameters
        .Add(bar => bar.State, new LeadListState { FilterText = filter })
        .Add(bar => bar.Columns, ListColumns.Of(new FieldCatalog(1, StandardFields.All, StandardFields.Options)))
        .Add(bar => bar.OnChange, state => _asked = state));
}
