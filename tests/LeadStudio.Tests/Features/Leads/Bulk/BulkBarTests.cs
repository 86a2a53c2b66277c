using AngleSharp.Dom;
using Bunit;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Bulk;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads.Bulk;

public sealed class BulkBarTests : BunitContext
{
    private static readonly FieldOption s_vip = new() { FieldId = 17, Code = 1, Label = "vip", Folded = "vip" };
    private readonly RowSelection _selection = new();
    private readonly List<ActChange> _asked = [];

    public BulkBarTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton<IFieldFigures>(new FakeFigures()).AddOptions<LeadsOptions>();
        Enumerable.Range(1, 37).ToList().ForEach(id => _selection.Toggle(id, id));
    }

    [Fact]
    public void Bar_SomeSelected_SaysHowManyAndOffersAll()
    {
        var isAsked = false;
        var bar = RenderBar(parameters => parameters.Add(b => b.OnSelectAll, () => isAsked = true));

        Assert.Equal("37 selected", bar.Find("[role=status]").TextContent);
        Button(bar, "Select all 12,304").Click();

        Assert.True(isAsked);
    }

    [Fact]
    public void Bar_AllSelected_CountsThoseOfTheListAndOffersNoMore()
    {
        _selection.SelectAll();

        var bar = RenderBar();

        Assert.Equal("12,304 selected", bar.Find("[role=status]").TextContent);
        Assert.DoesNotContain(bar.FindAll("button"), button => button.TextContent.Contains("Select all", StringComparison.Ordinal));
    }

    [Fact]
    public void Forms_FilledIn_AskForTheChange()
    {
        var bar = RenderBar();

        Button(bar, "Assign").Click();
        Assert.Equal(["Bea", "Cy"], bar.FindAll("#bulk-owners option").Select(option => option.GetAttribute("value")));
        Assert.Equal("Take the owner off", bar.Find("form [type=submit]").TextContent);
        bar.Find("form input").Input("Ann");
        Assert.Equal("Assign", bar.Find("form [type=submit]").TextContent);
        bar.Find("form").Submit();
        Button(bar, "Tag").Click();
        bar.Find("form input").Change("fair, vip ,");
        bar.Find("form").Submit();
        Button(bar, "Untag").Click();
        Button(bar, "vip").Click();
        Button(bar, "Stage").Click();
        Button(bar, "Qualified").Click();
        Button(bar, "Delete").Click();

        Assert.Equal(
            ["Assign: Ann", "Tag: fair, vip", "Untag: vip", "Stage: Qualified", "Delete: "],
            _asked.Select(change => $"{change.Kind}: {string.Join(", ", change.Values)}"));
    }

    [Fact]
    public void Delete_OfMoreThanAThousand_AsksOnceWithTheCount()
    {
        _selection.SelectAll();
        var bar = RenderBar();

        Button(bar, "Delete").Click();
        Assert.Equal("Delete 12,304 leads?", bar.Find("dialog h2").TextContent);
        Button(bar, "Cancel").Click();
        Assert.Empty(_asked);

        Button(bar, "Delete").Click();
        Button(bar, "Delete 12,304 leads").Click();
        Assert.Equal(ActKind.Delete, Assert.Single(_asked).Kind);
    }

    private static IElement Button(IRenderedComponent<BulkBar> bar, string text) =>
        bar.FindAll("button").First(button => string.Concat(button.ChildNodes.Where(node => node.NodeType == NodeType.Text).Select(node => node.TextContent)).Trim() == text);

    private IRenderedComponent<BulkBar> RenderBar(Action<ComponentParameterCollectionBuilder<BulkBar>>? more = null) => Render<BulkBar>(parameters =>
    {
        parameters
            .Add(bar => bar.Selection, _selection)
            .Add(bar => bar.Total, new LeadCount(12_304, IsExact: true))
            .Add(bar => bar.Catalog, new FieldCatalog(1, StandardFields.All, [.. StandardFields.Options, s_vip]))
            .Add(bar => bar.OnChange, _asked.Add);
        more?.Invoke(parameters);
    });

    private sealed class FakeFigures : IFieldFigures
    {
        public bool IsCounting => false;

        public Task<FieldFigureSet?> GetAsync(bool isForced = false, CancellationToken cancellationToken = default) =>
            Task.FromResult<FieldFigureSet?>(new(0, 9, [new(16, 9, 2, IsAbout: false, [new("Bea", null, 5), new("Cy", null, 4)], [])]));
    }
}
