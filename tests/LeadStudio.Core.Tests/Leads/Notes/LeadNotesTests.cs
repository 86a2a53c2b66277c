using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Notes;

public abstract class LeadNotesTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
    private CoreFixture _core = null!;
    private long _lead;

    private ILeadNotes Notes => _core.Get<ILeadNotes>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(_clock));
        _lead = (await _core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("ann@example.com") }, Actor.LocalUser)).Value;
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Add_TwoNotes_ListsTheNewestFirstAndTellsThePages()
    {
        var news = new List<LeadsChanged>();
        using var subscription = _core.Get<IEventBus>().Subscribe<LeadsChanged>(news.Add);

        await Notes.AddAsync(_lead, " first\nline two ", Actor.LocalUser);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Notes.AddAsync(_lead, "second", Actor.System);

        var notes = await Notes.ListAsync(_lead);
        Assert.Equal(["second", "first\nline two"], notes.Select(note => note.Text));
        Assert.Equal(["LeadStudio", "Local user"], notes.Select(note => note.By));
        Assert.Equal(2, news.Count(item => item.Ids.Contains(_lead)));
    }

    [SkippableFact]
    public async Task Edit_ByAnother_KeepsWhoWroteItFirst()
    {
        var note = (await Notes.AddAsync(_lead, "first", Actor.LocalUser)).Value!;
        _clock.Advance(TimeSpan.FromMinutes(1));

        await Notes.EditAsync(note.Id, "better", Actor.System);

        var changed = Assert.Single(await Notes.ListAsync(_lead));
        Assert.Equal(("better", "Local user", "LeadStudio", note.At), (changed.Text, changed.By, changed.EditedBy, changed.At));
    }

    [SkippableFact]
    public async Task Delete_ThenUndo_BringsItBack()
    {
        var note = (await Notes.AddAsync(_lead, "first", Actor.LocalUser)).Value!;

        await Notes.SetDeletedAsync(note.Id, isDeleted: true, Actor.LocalUser);
        Assert.Empty(await Notes.ListAsync(_lead));
        await Notes.SetDeletedAsync(note.Id, isDeleted: false, Actor.LocalUser);

        Assert.Single(await Notes.ListAsync(_lead));
    }

    [SkippableFact]
    public async Task Add_WhatCannotBeKept_SaysWhy()
    {
        Assert.IsType<NoteRefused>((await Notes.AddAsync(_lead, " \n ", Actor.LocalUser)).Error);
        Assert.IsType<NoteRefused>((await Notes.AddAsync(_lead, new string('x', 10_001), Actor.LocalUser)).Error);
        Assert.IsType<LeadNotFound>((await Notes.AddAsync(_lead + 1, "text", Actor.LocalUser)).Error);
        Assert.IsType<NoteNotFound>((await Notes.EditAsync(99, "text", Actor.LocalUser)).Error);
    }

    public sealed class OnSqlite(SqliteFixture databases) : LeadNotesTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadNotesTests(databases);
}
