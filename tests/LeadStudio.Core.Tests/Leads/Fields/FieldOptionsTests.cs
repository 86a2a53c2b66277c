using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Fields;

public abstract class FieldOptionsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IFieldOptions Options => _core.Get<IFieldOptions>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task AddRenameAndMove_AStage_ShowInTheirOrder()
    {
        await Options.AddAsync("stage", "Trial", Actor.LocalUser);
        await Options.MoveAsync("stage", await CodeAsync("Trial"), 2, Actor.LocalUser);
        await Options.RenameAsync("stage", await CodeAsync("Qualified"), "Talking", Actor.LocalUser);

        Assert.Equal(["New", "Contacted", "Trial", "Talking", "Proposal", "Customer", "Disqualified"], await LabelsAsync());
        Assert.IsType<FieldLabelRefused>((await Options.AddAsync("stage", " trial", Actor.LocalUser)).Error);
    }

    [SkippableFact]
    public async Task AddRenameMoveAndHide_AreInTheTrailWithWhatWasBefore()
    {
        await Options.AddAsync("tags", " Fair ", Actor.LocalUser);
        await Options.RenameAsync("stage", await CodeAsync("Qualified"), "Talking", Actor.LocalUser);
        await Options.MoveAsync("stage", await CodeAsync("Talking"), 0, Actor.LocalUser);
        await _core.Get<IFieldChanges>().RenameAsync("title", "Position", Actor.LocalUser);
        await _core.Get<IFieldChanges>().SetHiddenAsync("title", isHidden: true, Actor.LocalUser);

        var trail = (await _core.Get<IAuditTrail>().ListAsync(new AuditQuery(), before: null, limit: 10)).Where(entry => entry.ActorKind == ActorKind.Person); // the first scorecard is LeadStudio's own

        Assert.Equal(
            [
                ("field.hidden", "Position", """{"value":false}""", """{"value":true}"""),
                ("field.renamed", "Job title", """{"value":"Job title"}""", """{"value":"Position"}"""),
                ("options.ordered", "Stage", """{"value":"New, Contacted, Talking, Proposal, Customer, Disqualified"}""", """{"value":"Talking, New, Contacted, Proposal, Customer, Disqualified"}"""),
                ("option.renamed", "Stage", """{"value":"Qualified"}""", """{"value":"Talking"}"""),
                ("option.added", "Tags", null, """{"value":"Fair"}"""),
            ],
            trail.Select(entry => (entry.Action, entry.Subject, entry.Before, entry.After)));
        Assert.All(trail, entry => Assert.Equal(Actor.LocalUser.Name, entry.Actor));
    }

    [SkippableFact]
    public async Task ReplaceAsync_AStage_MovesItsLeadsAndIsTakenBack()
    {
        var leads = _core.Get<ILeadStore>();
        var qualified = await CodeAsync("Qualified");
        var id = (await leads.AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("a@example.com"), ["stage"] = FieldValue.Of(qualified) }, Actor.LocalUser)).Value;

        var change = (await Options.ReplaceAsync("stage", qualified, await CodeAsync("Proposal"), Actor.LocalUser)).Value!;
        await _core.Get<FieldReplay>().DrainAsync();

        Assert.Equal("Proposal", (await leads.GetAsync(id)).Value!.Text("stage"));
        Assert.Equal(1, (await _core.Get<IFieldChanges>().ListAsync())[0].Changed);
        Assert.Equal(await CodeAsync("Proposal"), await CodeAsync("qualified"));
        Assert.DoesNotContain("Qualified", await LabelsAsync());

        await _core.Get<IFieldChanges>().UndoAsync(change.Id, Actor.LocalUser);
        await _core.Get<FieldReplay>().DrainAsync();

        Assert.Equal("Qualified", (await leads.GetAsync(id)).Value!.Text("stage"));
    }

    [SkippableFact]
    public async Task ReplaceAsync_TheFirstStageOrOneThatARuleNames_IsRefused()
    {
        var rule = new Rule("late", "Late stage", new Predicate("stage", Operator.Is, ["Proposal"]), 10);
        var published = await _core.Get<IScorecards>().PublishAsync(new([new("all", "All", Axis.None, 100, [rule])], BandCuts.Default), null, Actor.LocalUser);
        Assert.Null(published.Error);
        var proposal = await CodeAsync("Proposal");

        Assert.IsType<FieldIsFixed>((await Options.ReplaceAsync("stage", StandardFields.StageNew, proposal, Actor.LocalUser)).Error);
        Assert.Contains("Late stage", (await Options.ReplaceAsync("stage", proposal, StandardFields.StageNew, Actor.LocalUser)).Error!.Message, StringComparison.Ordinal);
        Assert.IsType<FieldInUse>((await Options.RenameAsync("stage", proposal, "Offer", Actor.LocalUser)).Error);
    }

    private async Task<int> CodeAsync(string label)
    {
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        return catalog.FindOption(catalog["stage"], label)!.Code;
    }

    private async Task<IEnumerable<string>> LabelsAsync()
    {
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        return catalog.OptionsOf(catalog["stage"]).Select(option => option.Label);
    }

    public sealed class OnSqlite(SqliteFixture databases) : FieldOptionsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : FieldOptionsTests(databases);
}
