using Bunit;
using LeadStudio.Components.Shortcuts;
using LeadStudio.Layout;
using LeadStudio.Layout.Palette;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Layout;

public sealed class CommandPaletteTests : BunitContext
{
    private readonly SlowSource _leads = new();
    private int _runs;

    public CommandPaletteTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton<ShortcutRegistry>()
            .AddNavEntry(new NavEntry(NavGroup.Leads, Order: 40, "Import", "/import", "upload_file", LeadStudio.Core.Access.Scopes.Import, Key: 'i'))
            .AddSingleton<IPaletteSource>(_leads)
            .AddLeadStudioLayout();
        Render<ShortcutScope>(parameters => parameters
            .Add(scope => scope.Title, "Leads")
            .Add(scope => scope.Shortcuts, [new Shortcut("a", "Add a lead", () => Task.FromResult(++_runs)), new Shortcut(CommandPalette.Keys, "Search or jump", () => Task.CompletedTask)]));
    }

    [Fact]
    public async Task Open_NothingTyped_OffersPagesAndActions()
    {
        _leads.Answers("");
        var palette = await OpenAsync();

        Assert.Equal(["Pages", "Actions"], palette.FindAll(".group").Select(group => group.TextContent));
        Assert.Equal(["Import", "Add a lead"], palette.FindAll("[role=option] > bdi").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Open_OneSourceIsSlow_OffersWhatTheOthersFoundAndKeepsTheChoice()
    {
        var palette = Render<CommandPalette>();
        var opening = palette.InvokeAsync(palette.Instance.OpenAsync);
        palette.WaitForAssertion(() => Assert.Equal(["Import", "Add a lead"], Titles(palette)));
        palette.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });

        _leads.Answers("", new PaletteItem("Leads", "Mia Berg", "person", Href: "/leads/7"));
        await opening;

        Assert.Equal(["Mia Berg", "Import", "Add a lead"], Titles(palette));
        Assert.Contains("Add a lead", palette.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_BeforeAnythingWasFound_WaitsAndGoesToTheFirst()
    {
        _leads.Answers("");
        var palette = await OpenAsync();
        palette.Find("input").Input("ann");

        var pressing = palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.NotEmpty(palette.FindAll("dialog"));
        _leads.Answers("ann", new PaletteItem("Leads", "Ann Lee", "person", Href: "/leads/7"));
        await pressing;

        Assert.EndsWith("/leads/7", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(palette.FindAll("dialog"));
    }

    [Fact]
    public async Task Arrows_PastTheEnds_GoRoundAndEnterRunsTheAction()
    {
        _leads.Answers("");
        var palette = await OpenAsync();

        palette.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowUp" }); // from the first to the last
        Assert.Contains("Add a lead", palette.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal);
        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task Type_MoreBeforeTheAnswer_ShowsTheLastAnswerOnly()
    {
        _leads.Answers("");
        var palette = await OpenAsync();
        palette.Find("input").Input("a");
        palette.Find("input").Input("an");

        _leads.Answers("an", new PaletteItem("Leads", "Ann Lee", "person", Href: "/leads/7"));
        _leads.Answers("a", new PaletteItem("Leads", "Old answer", "person", Href: "/leads/8"));

        palette.WaitForAssertion(() => Assert.Contains("Ann Lee", palette.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Old answer", palette.Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titles(IRenderedComponent<CommandPalette> palette) => palette.FindAll("[role=option] > bdi").Select(title => title.TextContent);

    private async Task<IRenderedComponent<CommandPalette>> OpenAsync()
    {
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(palette.Instance.OpenAsync);
        return palette;
    }

    /// <summary>Answers when the test says so.</summary>
    private sealed class SlowSource : IPaletteSource
    {
        private readonly Dictionary<string, TaskCompletionSource<IReadOnlyList<PaletteItem>>> _answers = [];

        public int Order => 1;

        public void Answers(string text, params PaletteItem[] items) => Of(text).TrySetResult(items);

        public ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken) => new(Of(text).Task.WaitAsync(cancellationToken));

        private TaskCompletionSource<IReadOnlyList<PaletteItem>> Of(string text)
        {
            if (!_answers.TryGetValue(text, out var answer))
            {
                _answers[text] = answer = new TaskCompletionSource<IReadOnlyList<PaletteItem>>();
            }

            return answer;
        }
    }
}
