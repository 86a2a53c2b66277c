using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Tests.Leads.Fields;

public abstract class FieldChangesTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IFieldChanges Changes => _core.Get<IFieldChanges>();

    private ILeadStore Leads => _core.Get<ILeadStore>();

    private FieldReplay Replay => _core.Get<FieldReplay>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        await _core.Get<IFieldCatalog>().AddAsync([new("Budget", FieldType.Text), new("Money", FieldType.Number), new("Level", FieldType.Text)], Actor.LocalUser);
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task PreviewRetypeAsync_TextToNumber_CountsAndNamesWhatWouldNotConvert()
    {
        await AddAsync("a@example.com", ("budget", "1.200,50"));
        await AddAsync("b@example.com", ("budget", "a lot"));
        await AddAsync("c@example.com", ("budget", "a lot"));
        await AddAsync("d@example.com", ("budget", "7"));

        var preview = (await Changes.PreviewRetypeAsync("budget", FieldType.Number, null)).Value!;

        Assert.Equal((4, 2), (preview.Values, preview.Failing));
        Assert.Equal([("a lot", 2L)], preview.Samples);
        Assert.Equal(DecimalMark.Comma, preview.Reading.DecimalMark);
        Assert.Equal(FieldType.Text, (await CatalogAsync())["budget"].Type);
    }

    [SkippableFact]
    public async Task RetypeAsync_ThereAndBack_LosesNothing()
    {
        var fits = await AddAsync("a@example.com", ("budget", "1,200"));
        var fails = await AddAsync("b@example.com", ("budget", "a lot"));

        await RetypeAsync("budget", FieldType.Number);
        Assert.Equal("1200", await TextAsync(fits, "budget"));
        Assert.Equal("", await TextAsync(fails, "budget"));
        await Leads.EditAsync(fails, new Dictionary<string, FieldValue> { ["budget"] = FieldValue.Of(90) }, Actor.LocalUser);
        Assert.Equal("90", await TextAsync(fails, "budget"));
        await RetypeAsync("budget", FieldType.Text);

        Assert.Equal("1,200", await TextAsync(fits, "budget"));
        Assert.Equal("90", await TextAsync(fails, "budget"));
        Assert.Equal(3, (await CatalogAsync()).Fields.Count(field => !field.IsStandard));
    }

    [SkippableFact]
    public async Task UndoAsync_RetypeWhoseWorkHasNotRun_ShowsTheTextsAgain()
    {
        var lead = await AddAsync("a@example.com", ("budget", "a lot"));
        var change = (await Changes.RetypeAsync("budget", FieldType.Number, new(), Actor.LocalUser)).Value!;

        var undone = await Changes.UndoAsync(change.Id, Actor.LocalUser);
        await Replay.DrainAsync();

        Assert.True(undone.IsSuccess);
        Assert.Equal("a lot", await TextAsync(lead, "budget"));
        Assert.IsType<ChangeIsOver>((await Changes.UndoAsync(change.Id, Actor.LocalUser)).Error);
    }

    [SkippableFact]
    public async Task RetypeAsync_TextToChoice_MakesOptionsAndFreesTheColumn()
    {
        var lead = await AddAsync("a@example.com", ("level", "Senior"));
        await AddAsync("b@example.com", ("level", "senior"));
        await AddAsync("c@example.com", ("level", "Junior"));

        await RetypeAsync("level", FieldType.Choice);

        var catalog = await CatalogAsync();
        Assert.Equal(2, catalog.OptionsOf(catalog["level"]).Count);
        Assert.Equal("Senior", await TextAsync(lead, "level"));
        Assert.All(catalog.Former, former => Assert.Equal("", former.Column));
        await RetypeAsync("level", FieldType.MultiChoice);
        Assert.Equal("Senior", await TextAsync(lead, "level"));
    }

    [SkippableFact]
    public async Task MergeAsync_AndUndo_DecidesByThePolicyAndGivesBackBoth()
    {
        var both = await AddAsync("a@example.com", ("budget", "50"));
        await Leads.EditAsync(both, new Dictionary<string, FieldValue> { ["money"] = FieldValue.Of(70) }, Actor.LocalUser);
        var one = await AddAsync("b@example.com", ("budget", "60"));

        Assert.Equal(1, (await Changes.PreviewMergeAsync("budget", "money")).Value!.Both);
        var change = (await Changes.MergeAsync("budget", "money", Actor.LocalUser)).Value!;
        await Replay.DrainAsync();

        Assert.Equal(("70", "60"), (await TextAsync(both, "money"), await TextAsync(one, "money")));
        Assert.Null((await CatalogAsync()).Find("budget"));

        await Changes.UndoAsync(change.Id, Actor.LocalUser);
        await Replay.DrainAsync();

        Assert.Equal(("50", "60"), (await TextAsync(both, "budget"), await TextAsync(one, "budget")));
        Assert.Equal(("70", ""), (await TextAsync(both, "money"), await TextAsync(one, "money")));
    }

    [SkippableFact]
    public async Task SetPolicyAsync_StandardField_DecidesAnewAndLeavesWorkForScoring()
    {
        var lead = await AddAsync("a@example.com", ("title", "First"));
        await Leads.AddAsync(Values(("email", "a@example.com"), ("title", "Second")), Actor.LocalUser);
        Assert.Equal("Second", await TextAsync(lead, "title"));
        var queued = (await _core.Get<IWorkQueue>().PeekAsync(LeadQueues.Score, 100)).Count;

        await Changes.SetPolicyAsync("title", WritePolicy.SourcePriority, Actor.LocalUser);
        await SetLearnedAsync(lead, sequence: 1);
        await Replay.DrainAsync();

        Assert.Equal("First", await TextAsync(lead, "title"));
        Assert.True((await _core.Get<IWorkQueue>().PeekAsync(LeadQueues.Score, 100)).Count > queued);
        Assert.NotNull((await Changes.ListAsync())[0].DoneAt);
    }

    [SkippableFact]
    public async Task RetypeAsync_FieldOfAPublishedRule_IsRefusedAndNamesTheRule()
    {
        var rule = new Rule("big", "Has a budget", new Predicate("budget", Operator.Contains, ["lot"]), 10);
        await _core.Get<IScorecards>().PublishAsync(new([new("all", "All", Axis.None, 100, [rule])], BandCuts.Default), null, Actor.LocalUser);

        var result = await Changes.RetypeAsync("budget", FieldType.Number, new(), Actor.LocalUser);

        Assert.Contains("\"Has a budget\"", Assert.IsType<FieldInUse>(result.Error).Message, StringComparison.Ordinal);
        Assert.True((await Changes.PreviewRetypeAsync("budget", FieldType.Number, null)).Value!.Uses.Single().Blocks);
    }

    [SkippableFact]
    public async Task RetypeAsync_WhileAnImportRuns_IsRefused()
    {
        await _core.Get<IDatabase>().WriteAsync(db => Task.FromResult(db.Add(new ImportJob
        {
            FileName = "leads.csv",
            StoredName = "x",
            By = "Ann",
            Status = ImportStatus.Running,
        })));

        var result = await Changes.RetypeAsync("budget", FieldType.Number, new(), Actor.LocalUser);

        Assert.IsType<FieldsBusy>(result.Error);
    }

    [SkippableFact]
    public async Task StandardFields_KeepTheirTypeAndKeys()
    {
        Assert.IsType<FieldIsFixed>((await Changes.RetypeAsync("employees", FieldType.Text, new(), Actor.LocalUser)).Error);
        Assert.IsType<FieldIsFixed>((await Changes.MergeAsync("title", "budget", Actor.LocalUser)).Error);
        Assert.IsType<FieldIsFixed>((await Changes.SetPolicyAsync("email", WritePolicy.FillIfEmpty, Actor.LocalUser)).Error);
        Assert.IsType<FieldLabelRefused>((await Changes.RenameAsync("budget", " money ", Actor.LocalUser)).Error);
        Assert.Equal("Price", (await Changes.RenameAsync("budget", "Price", Actor.LocalUser)).Value!.Label);
    }

    [SkippableFact]
    public async Task RetypeAsync_NoColumnFree_KeepsTheValuesBesideTheRow()
    {
        var lead = await AddAsync("a@example.com", ("budget", "12"));
        await _core.Get<IFieldCatalog>().AddAsync([.. Enumerable.Range(0, 64).Select(number => new NewField($"N {number}", FieldType.Number))], Actor.LocalUser);

        await RetypeAsync("budget", FieldType.Number);

        Assert.Equal("", (await CatalogAsync())["budget"].Column);
        Assert.Equal("12", await TextAsync(lead, "budget"));
    }

    // An import of the past: its rank is lower than that of persons, yet it came last.
    private Task<int> SetLearnedAsync(long lead, long sequence) => _core.Get<IDatabase>().WriteAsync(
        db => db.Set<ObservationRow>().Where(row => row.LeadId == lead && row.Sequence == sequence)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TrueAt, 9_000_000_000_000_000L)));

    private async Task RetypeAsync(string key, FieldType type)
    {
        var reading = (await Changes.PreviewRetypeAsync(key, type, null)).Value!.Reading;
        Assert.Null((await Changes.RetypeAsync(key, type, reading, Actor.LocalUser)).Error);
        await Replay.DrainAsync();
    }

    private ValueTask<FieldCatalog> CatalogAsync() => _core.Get<IFieldCatalog>().GetAsync();

    private async Task<string> TextAsync(long lead, string key) => (await Leads.GetAsync(lead)).Value!.Text(key);

    private static Dictionary<string, FieldValue> Values(params (string Key, string Text)[] values) =>
        values.ToDictionary(value => value.Key, value => FieldValue.Of(value.Text));

    private async Task<long> AddAsync(string email, params (string Key, string Text)[] values)
    {
        var result = await Leads.AddAsync(Values([("email", email), .. values]), Actor.LocalUser);
        Assert.Null(result.Error);
        return result.Value;
    }

    public sealed class OnSqlite(SqliteFixture databases) : FieldChangesTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : FieldChangesTests(databases);
}
