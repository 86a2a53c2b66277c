using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Messaging;
using LeadStudio.Features.Fields;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Fields;

public sealed class FieldsPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IFieldCatalog Fields => _core.Get<IFieldCatalog>();

    private IReadOnlyList<Toast> Toasts => Services.GetRequiredService<ToastQueue>().Shown;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Fields);
        Services.AddSingleton(_core.Get<IFieldChanges>());
        Services.AddSingleton(_core.Get<IFieldFigures>());
        Services.AddSingleton(_core.Get<IEventBus>());
        Services.AddScoped<ToastQueue>();
        Services.AddScoped<IToasts>(provider => provider.GetRequiredService<ToastQueue>());
        Services.AddScoped<UserClock>();
        await Fields.AddAsync([new("Budget", FieldType.Text), new("Money", FieldType.Number)], Actor.LocalUser);
        await AddAsync("a@example.com", "a lot");
        await AddAsync("b@example.com", "500");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public void Table_AfterTheCount_TellsFillRateAndSources()
    {
        var page = Open("/fields");

        page.WaitForAssertion(() => Assert.Contains("100 %", Row(page, "Budget"), StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("People", Row(page, "Budget"), StringComparison.Ordinal);
        Assert.Contains("0 %", Row(page, "Money"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retype_WithAPreview_NamesWhatFailsThenChangesTheType()
    {
        var page = Open("/fields?field=budget");
        await page.Find("section[aria-labelledby=retype-title] select").ChangeAsync(new ChangeEventArgs { Value = "Number" });
        page.WaitForAssertion(() => Assert.Contains("a lot", page.Find(".report").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(FieldType.Text, (await Fields.GetAsync())["budget"].Type);

        await Button(page, "Change to number").ClickAsync(new());

        Assert.Equal(FieldType.Number, (await Fields.GetAsync())["budget"].Type);
        page.WaitForAssertion(() => Assert.Contains("Budget became a number; it was a text: leads follow", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Budget became a number", Assert.Single(Toasts).Message, StringComparison.Ordinal);
        await Button(page, "Take back").ClickAsync(new());
        Assert.Equal(FieldType.Text, (await Fields.GetAsync())["budget"].Type);
    }

    [Fact]
    public async Task Merge_IntoANumber_TellsOfBothAndOpensTheOther()
    {
        var page = Open("/fields?field=budget");
        await page.Find("section[aria-labelledby=merge-title] select").ChangeAsync(new ChangeEventArgs { Value = "money" });
        page.WaitForAssertion(() => Assert.Contains("1 lead", page.Find(".report").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));

        await Button(page, "Merge into Money").ClickAsync(new());

        Assert.Null((await Fields.GetAsync()).Find("budget"));
        Assert.EndsWith("/fields?field=money", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_TakenName_SaysSoAndAddsNothing()
    {
        var catalog = await Fields.GetAsync();
        var form = Render<AddFieldForm>(parameters => parameters.Add(it => it.Catalog, catalog));
        await form.Find("input").InputAsync(new ChangeEventArgs { Value = " budget" });

        await form.Find("form").SubmitAsync();

        Assert.Contains("another field named", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Fields.GetAsync()).Fields.Count(known => !known.IsStandard));
    }

    [Fact]
    public async Task Hide_AField_TakesItOffTheTableUntilAskedFor()
    {
        var page = Open("/fields?field=money");
        await page.Find("label.check input").ChangeAsync(new ChangeEventArgs { Value = true });

        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("tbody th"), head => head.TextContent.Contains("money", StringComparison.Ordinal)));
        Assert.True((await Fields.GetAsync())["money"].IsHidden);
    }

    private static string Row(IRenderedComponent<FieldsPage> page, string label) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector(".name button")?.TextContent == label).TextContent;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<FieldsPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    private IRenderedComponent<FieldsPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<FieldsPage>();
    }

    private async Task AddAsync(string email, string budget) =>
        Assert.True((await _core.Get<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["budget"] = FieldValue.Of(budget) }, Actor.LocalUser)).IsSuccess);
}
