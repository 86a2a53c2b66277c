using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Views;

public abstract class SavedViewsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly Actor s_ada = new(ActorKind.Person, "Ada");
    private static readonly Actor s_bob = new(ActorKind.Person, "Bob");

    private static readonly ViewContent s_content = new()
    {
        FilterText = "country is DE or (employees >= 200 and title contains \"vp\")",
        Search = "müller",
        SortKey = "employees",
        Descending = false,
        Scope = LeadScope.All,
        Columns = "title,country:140",
        Frozen = "title",
        IsCompact = true,
    };

    private CoreFixture _core = null!;

    private ISavedViews Views => _core.Get<ISavedViews>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task GetAsync_AfterAdd_GivesAllThatWasSaved()
    {
        var added = (await Views.AddAsync("  DACH deciders ", s_content, s_ada)).Value!;

        var view = (await Views.GetAsync(added.Id, s_ada)).Value;

        Assert.Equal(new SavedView(added.Id, "Ada", "DACH deciders", IsShared: false, IsPinned: false, s_content), view);
    }

    [SkippableFact]
    public async Task GetAsync_OfSomebodyElse_OnlyWhileShared()
    {
        var view = (await Views.AddAsync("Mine", s_content, s_ada)).Value!;
        var whilePrivate = await Views.GetAsync(view.Id, s_bob);

        await Views.ChangeAsync(view with { IsShared = true, IsPinned = true }, s_ada);

        Assert.IsType<SavedViewNotFound>(whilePrivate.Error);
        Assert.True((await Views.GetAsync(view.Id, s_bob)).Value!.IsPinned);
        Assert.Equal(view.Id, Assert.Single(await Views.ListAsync(s_bob)).Id);
    }

    [SkippableFact]
    public async Task ChangeAsync_BySomebodyElse_IsRefusedAndChangesNothing()
    {
        var view = (await Views.AddAsync("Mine", s_content, s_ada)).Value!;
        var shared = (await Views.ChangeAsync(view with { IsShared = true }, s_ada)).Value!;

        var refused = await Views.ChangeAsync(shared with { Name = "Bob's now" }, s_bob);
        var notDeleted = await Views.DeleteAsync(shared.Id, s_bob);

        Assert.Contains("Ada", Assert.IsType<SavedViewRefused>(refused.Error).Message, StringComparison.Ordinal);
        Assert.IsType<SavedViewRefused>(notDeleted.Error);
        Assert.Equal(shared, (await Views.GetAsync(shared.Id, s_bob)).Value);
    }

    [SkippableFact]
    public async Task AddAndChange_NameThatIsTakenOrEmpty_IsRefused()
    {
        await Views.AddAsync("Größte", s_content, s_ada);
        var other = (await Views.AddAsync("Other", s_content, s_ada)).Value!;

        Assert.IsType<SavedViewRefused>((await Views.AddAsync(" grösste ", s_content, s_ada)).Error);
        Assert.IsType<SavedViewRefused>((await Views.ChangeAsync(other with { Name = "GRÖSSTE" }, s_ada)).Error);
        Assert.IsType<SavedViewRefused>((await Views.AddAsync("  ", s_content, s_ada)).Error);
        Assert.Null((await Views.AddAsync("Größte", s_content, s_bob)).Error); // names are the owner's own
        Assert.Equal(["Größte", "Other"], (await Views.ListAsync(s_ada)).Select(view => view.Name));
    }

    [SkippableFact]
    public async Task RestoreAsync_ADeletedView_IsBackUnderItsLinkUnlessTheNameIsTaken()
    {
        var view = (await Views.AddAsync("Mine", s_content, s_ada)).Value!;

        await Views.DeleteAsync(view.Id, s_ada);
        var gone = await Views.GetAsync(view.Id, s_ada);
        await Views.RestoreAsync(view.Id, s_ada);
        var back = await Views.GetAsync(view.Id, s_ada);
        await Views.DeleteAsync(view.Id, s_ada);
        await Views.AddAsync("Mine", new ViewContent(), s_ada);

        Assert.IsType<SavedViewNotFound>(gone.Error);
        Assert.Equal(view, back.Value);
        Assert.IsType<SavedViewRefused>((await Views.RestoreAsync(view.Id, s_ada)).Error);
        Assert.IsType<SavedViewNotFound>((await Views.GetAsync(view.Id, s_ada)).Error);
    }

    public sealed class OnSqlite(SqliteFixture databases) : SavedViewsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : SavedViewsTests(databases);
}
