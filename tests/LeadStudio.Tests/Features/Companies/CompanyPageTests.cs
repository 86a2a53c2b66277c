using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Companies;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Companies;

public sealed class CompanyPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private ICompanyStore Companies => _core.Get<ICompanyStore>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Companies);
        Services.AddScoped<SeenCompanies>();
        Services.AddScoped<ToastQueue>();
        Services.AddScoped<IToasts>(provider => provider.GetRequiredService<ToastQueue>());
        Services.AddScoped<UserClock>();
        await _core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("ann@acme.com") }, Actor.LocalUser);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Edit_ANumberField_RefusesWordsAndKeepsWhoSaidIt()
    {
        await Companies.AddFieldAsync("Revenue", FieldType.Number, Actor.LocalUser);
        var page = await OpenAsync();
        await page.Find("button[aria-label='Edit Revenue']").ClickAsync(new());

        await page.Find("dd input").InputAsync(new ChangeEventArgs { Value = "a lot" });
        await page.Find("dd form").SubmitAsync();
        Assert.Contains("is not a number", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find("dd input").InputAsync(new ChangeEventArgs { Value = "1200" });
        await page.Find("dd form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Local user, by hand", page.Find("dl").TextContent, StringComparison.Ordinal));
        Assert.Contains("1200", page.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_OfTheCompany_LinkToTheirPages()
    {
        var page = await OpenAsync();

        Assert.Equal("ann@acme.com", page.Find(".leads a").TextContent);
        Assert.StartsWith("/leads/", page.Find(".leads a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownCompany_SaysSo()
    {
        var page = Render<CompanyPage>(parameters => parameters.Add(it => it.Id, 99));

        Assert.Contains("There is no company 99", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<CompanyPage>> OpenAsync()
    {
        var id = (await Companies.ListAsync(new CompanyQuery(), 0, 1)).Single().Id;
        var page = Render<CompanyPage>(parameters => parameters.Add(it => it.Id, id));
        page.WaitForElement("dl");
        return page;
    }
}
