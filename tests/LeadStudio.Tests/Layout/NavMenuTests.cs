using Bunit;
using LeadStudio.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Layout;

public sealed class NavMenuTests : BunitContext
{
    public NavMenuTests()
    {
        Services.AddNavEntry(new NavEntry(NavGroup.Scoring, Order: 10, "Scoring", "/scoring", "tune"));
        Services.AddNavEntry(new NavEntry(NavGroup.Leads, Order: 20, "Import", "/import", "upload"));
        Services.AddNavEntry(new NavEntry(NavGroup.Leads, Order: 10, "Hot leads", "/leads", "local_fire_department", Key: 'l', IsStart: true));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Entries_Registered_StandInTheirGroupsAndOrder()
    {
        var menu = Render<NavMenu>();

        Assert.Equal(["/leads", "/import", "/scoring"], menu.FindAll(".nav-entry").Select(link => link.GetAttribute("href")));
        Assert.Equal(2, menu.FindAll("ul").Count);
    }

    [Theory]
    [InlineData("/", "/leads")]
    [InlineData("/?q=ann", "/leads")]
    [InlineData("/leads/12", "/leads")]
    [InlineData("/import", "/import")]
    public void Address_OfAnEntry_MarksIt(string address, string expected)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var menu = Render<NavMenu>();

        Assert.Equal(expected, menu.Find(".active").GetAttribute("href"));
        Assert.Equal("page", menu.Find(".active").GetAttribute("aria-current"));
    }
}
