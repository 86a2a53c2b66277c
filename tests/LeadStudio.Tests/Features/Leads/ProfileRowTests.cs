using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Features.Leads.Detail;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ProfileRowTests : BunitContext
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);
    private readonly FakeToasts _toasts = new();

    public ProfileRowTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton(TimeProvider.System).AddScoped<UserClock>();
    }

    [Fact]
    public void Source_OfAValue_IsInTheUsersZone()
    {
        Use(new FakeLeadStore());
        Services.GetRequiredService<UserClock>().Choose(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

        Assert.Equal("From Ada, by hand, Thu 1 Jan 1970, 09:00:00 (Asia/Tokyo)", RenderRow("title", isLocked: false).Find(".value").GetAttribute("title"));
    }

    [Fact]
    public async Task Unlock_LockedValue_IsAskedForAndCanBeUndone()
    {
        var store = Use(new FakeLeadStore());
        var row = RenderRow("title", isLocked: true);

        row.Find("[aria-label='Unlock Job title']").Click();
        await _toasts.Undo!();

        Assert.Equal(["unlock title of 7", "lock title CEO of 7"], store.Asked);
    }

    [Theory]
    [InlineData("title", false, false)]
    [InlineData("owner", false, true)] // what people set there stays theirs
    public void Lock_ByPolicy_ShowsWhereOnlyPeopleChangeTheField(string key, bool isLocked, bool isShown)
    {
        Use(new FakeLeadStore());

        Assert.Equal(isShown ? 1 : 0, RenderRow(key, isLocked).FindAll(".lock").Count);
    }

    [Fact]
    public void Save_AddressOfAnotherLead_NamesItAndLinksToIt()
    {
        Use(new FakeLeadStore { Answer = new LeadKeyTaken(12, "Bob Stone") });
        var row = RenderRow("title", isLocked: false, isEditing: true);

        row.Find("form").Submit();

        Assert.Contains("belongs to another lead: Bob Stone", row.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/leads/12", row.Find("[role=alert] a").GetAttribute("href"));
    }

    [Fact]
    public async Task CloseAsync_ReopenedThenUndone_IsWonSinceTheSameInstant()
    {
        var store = Use(new FakeLeadStore());
        var won = Lead(Said(("outcome", FieldValue.Of(StandardFields.Won)), ("outcomeAt", FieldValue.Of(1_000)), ("outcomeValue", FieldValue.Of(50))));

        await new LeadEdits(store, _toasts, Me.Of()).CloseAsync(won, outcome: null);
        await _toasts.Undo!();

        Assert.Equal(["outcome  worth  at ", "outcome 1 worth 50 at 1000"], store.Asked);
    }

    private FakeLeadStore Use(FakeLeadStore store)
    {
        Services.AddSingleton<ILeadStore>(store).AddSingleton<IToasts>(_toasts).AddSingleton(new LeadEdits(store, _toasts, Me.Of()));
        Services.AddSingleton<IFieldCatalog>(new FakeFieldCatalog(s_catalog));
        return store;
    }

    private IRenderedComponent<ProfileRow> RenderRow(string key, bool isLocked, bool isEditing = false) => Render<ProfileRow>(parameters => parameters
        .Add(row => row.Field, s_catalog[key])
        .Add(row => row.Lead, Lead(Said((key, FieldValue.Of("CEO"))) with { IsLocked = isLocked }))
        .Add(row => row.IsEditing, isEditing));

    private static Observation Said(params (string Key, FieldValue Value)[] values) => new()
    {
        Sequence = 1,
        Kind = ObservationKind.Edit,
        SourceName = "Ada",
        Values = values.ToDictionary(item => s_catalog[item.Key].Id, item => item.Value),
    };

    private static LeadDetails Lead(Observation said) => new(7, null, s_catalog, said.Values, [said], null);
}
