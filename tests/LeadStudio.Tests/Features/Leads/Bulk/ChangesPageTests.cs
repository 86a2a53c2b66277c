using Bunit;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Messaging;
using LeadStudio.Features.Leads.Bulk;
using LeadStudio.Hosting;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads.Bulk;

public sealed class ChangesPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        Services.AddSingleton(_core.Get<ILeadActs>()).AddSingleton(_core.Get<IEventBus>()).AddOptions<LeadsOptions>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _core.DisposeAsync();
    }

    [Theory]
    [InlineData(Role.Sales, SalesSight.OwnTeam, "You have not changed several leads at once yet")]
    [InlineData(Role.Sales, SalesSight.All, "Nobody has changed several leads at once yet")]
    [InlineData(Role.Marketer, SalesSight.OwnTeam, "Nobody has changed several leads at once yet")]
    public void Page_WithoutChanges_SaysWhoseItLookedFor(Role role, SalesSight salesSee, string expected)
    {
        Services.AddMe(role, salesSee);

        var page = Render<ChangesPage>();

        page.WaitForAssertion(() => Assert.StartsWith(expected, page.Find(".empty p").TextContent, StringComparison.Ordinal));
    }
}
