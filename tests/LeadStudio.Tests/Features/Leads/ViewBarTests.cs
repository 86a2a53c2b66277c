using Bunit;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.List;
using LeadStudio.Features.Leads.Views;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ViewBarTests : BunitContext
{
    private readonly FakeSavedViews _views = new();
    private readonly FakeToasts _toasts = new();
    private LeadListState? _asked;

    public ViewBarTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton<ISavedViews>(_views).AddSingleton<IToasts>(_toasts).AddSingleton<ViewEdits>();
        _views.All.Add(new SavedView(1, "Local user", "Large ones", IsShared: false, IsPinned: false, new ViewContent { FilterText = "employees >= 200" }));
        _views.All.Add(new SavedView(2, "Ada", "Ada's own", IsShared: true, IsPinned: false, new ViewContent { Search = "ann" }));
    }

    [Fact]
    public async Task Changes_OfAnOwnView_AreSavedAndUndone()
    {
        var bar = RenderBar(LeadListState.Of(_views.All[0]) with { FilterText = "employees >= 500" });

        Button(bar, "Save").Click();

        Assert.Equal("employees >= 500", _views.All[0].Content.FilterText);
        Assert.Equal("/leads?view=1", _asked!.ToAddress());
        await _toasts.Undo!();
        Assert.Equal("employees >= 200", _views.All[0].Content.FilterText);
    }

    [Fact]
    public void Changes_OfAnothersView_CanBeSavedAsOwnOrReset()
    {
        var bar = RenderBar(LeadListState.Of(_views.All[1]) with { Search = "bob" });

        Assert.DoesNotContain(bar.FindAll("button"), button => button.TextContent.Trim() == "Save");
        Button(bar, "Reset").Click();
        Assert.Equal("ann", _asked!.Search);

        Button(bar, "Save as").Click();
        bar.Find("form input").Input("Bobs");
        bar.FindAll("form input[type=checkbox]")[1].Change(true);
        bar.Find("form").Submit();

        Assert.Equal(("Bobs", "Local user", "bob", true, true), (_views.All[2].Name, _views.All[2].Owner, _views.All[2].Content.Search, _views.All[2].IsShared, _views.All[2].IsPinned));
        Assert.Equal("/leads?view=3", _asked!.ToAddress());
    }

    [Fact]
    public void SaveAs_NameThatIsTaken_SaysSoInTheForm()
    {
        var bar = RenderBar(new LeadListState());

        Button(bar, "Save as").Click();
        bar.Find("form input").Input("Large ones");
        bar.Find("form").Submit();

        Assert.EndsWith("The name is taken.", bar.Find("#save-view-problem").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null(_asked);
    }

    [Fact]
    public async Task Menu_OfAnOwnView_IsRenamedAndDeletedWithUndo()
    {
        var bar = RenderBar(LeadListState.Of(_views.All[0]));
        Assert.DoesNotContain("Unsaved", bar.Markup, StringComparison.Ordinal);

        Button(bar, "Views").Click();
        bar.Find("#view-name").Input("Big ones");
        bar.Find("[popover] form").Submit();
        Assert.Equal("Big ones", _views.All[0].Name);
        Button(bar, "Delete this view").Click();
        Assert.DoesNotContain(_views.All, view => view.Id == 1);
        await _toasts.Undo!();

        Assert.Contains(_views.All, view => view.Id == 1);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ViewBar> bar, string text) =>
        bar.FindAll("button").Single(button => button.TextContent.Trim().EndsWith(text, StringComparison.Ordinal) && (text != "Save" || button.TextContent.Trim() == text));

    private IRenderedComponent<ViewBar> RenderBar(LeadListState state) => Render<ViewBar>(parameters => parameters
        .Add(bar => bar.State, state)
        .Add(bar => bar.Views, [.. _views.All])
        .Add(bar => bar.OnGo, asked => _asked = asked));
}
