using Bunit;
using LeadStudio.Core.Access;
using LeadStudio.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Layout;

public sealed class NavMenuTests : BunitContext
{
    public NavMenuTests()
    {
        Services.AddNavEntry(new NavEntry(NavGroup.Scoring, Order: 10, "Scoring", "/scoring", "tune", Scopes.WriteScoring));
        Services.AddNavEntry(new NavEntry(NavGroup.Leads, Order: 20, "Import", "/import", "upload", Scopes.Import));
        Services.AddNavEntry(new NavEntry(NavGroup.Leads, Order: 10, "Hot leads", "/leads", "local_fire_department", Scopes.ReadLeads, Key: 'l', IsStart: true));
    }

    [Fact]
    public void Entries_Registered_StandInTheirGroupsAndOrder()
    {
        var menu = Render(Role.Admin);

        Assert.Equal(["/leads", "/import", "/scoring"], menu.FindAll(".nav-entry").Select(link => link.GetAttribute("href")));
        Assert.Equal(2, menu.FindAll("ul").Count);
    }

    [Fact]
    public void Entries_ThatARoleIsNotFor_AreNotThere()
    {
        Assert.Equal(["/leads"], Render(Role.Sales).FindAll(".nav-entry").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/", "/leads")]
    [InlineData("/?q=ann", "/leads")]
    [InlineData("/leads/12", "/leads")]
    [InlineData("/import", "/import")]
    public void Address_OfAnEntry_MarksIt(string address, string expected)
    {
        var menu = Render(Role.Admin, address);

        Assert.Equal(expected, menu.Find(".active").GetAttribute("href"));
        Assert.Equal("page", menu.Find(".active").GetAttribute("aria-current"));
    }

    private IRenderedComponent<NavMenu> Render(Role role, string address = "/")
    {
        Services.AddMe(role);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<NavMenu>();
    }
}
