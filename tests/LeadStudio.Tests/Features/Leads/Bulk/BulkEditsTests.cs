using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Messaging;
using LeadStudio.Features.Leads.Bulk;

namespace LeadStudio.Tests.Features.Leads.Bulk;

public sealed class BulkEditsTests : IDisposable
{
    private readonly FakeActs _acts = new();
    private readonly FakeToasts _toasts = new();
    private readonly FakeBus _bus = new();
    private readonly BulkEdits _edits;
    private int _settled;

    public BulkEditsTests()
    {
        _edits = new BulkEdits(_acts, _toasts, _bus, Me.Of());
        _edits.Settled += (_, _) => _settled++;
    }

    public void Dispose()
    {
        _edits.Dispose();
        _bus.Dispose();
    }

    [Fact]
    public async Task Start_FewLeads_SaysAtOnceWhatIsDoneAndOffersUndo()
    {
        Assert.True(await StartAsync(total: 37));
        Assert.Equal(["37 leads assigned to Ann."], _toasts.Said);

        await _toasts.Undo!();
        Assert.Equal(0, _settled);
        Settle(act => (act.State, act.Restored, act.Kept) = (ActState.TakenBack, 36, 1));

        Assert.Equal("Taken back: 36 leads as before; 1 was changed since and stays as it is.", _toasts.Said[^1]);
        Assert.Equal(1, _settled);
    }

    [Fact]
    public async Task Start_ManyLeads_SaysItAgainWhenItIsDone()
    {
        await StartAsync(total: 12_304);
        Assert.Equal(["Assigning 12,304 leads to Ann…"], _toasts.Said);

        Settle(act => (act.State, act.Changed, act.Unchanged) = (ActState.Done, 12_300, 4));

        Assert.Equal("12,304 leads assigned to Ann. 12,300 changed; 4 stayed: they had it already, somebody changed them meanwhile, or they are gone.", _toasts.Said[^1]);
    }

    [Fact]
    public async Task Start_Refused_SaysWhy()
    {
        _acts.Refusal = new ActRefused("No lead is selected any more. Select some, and try again.");

        Assert.False(await StartAsync(total: 1));

        Assert.Equal([_acts.Refusal.Message], _toasts.Said);
    }

    [Fact]
    public async Task Act_ThatFails_SaysWhereToGoOn()
    {
        await StartAsync(total: 5_000);

        Settle(act => (act.State, act.Changed) = (ActState.Failed, 2_000));

        Assert.Contains("stopped after 2,000 leads", _toasts.Said[^1], StringComparison.Ordinal);
    }

    private Task<bool> StartAsync(long total)
    {
        _acts.Act = new LeadAct { Id = 1, Kind = ActKind.Assign, Argument = "Ann", ArgumentText = "Ann", Selection = "", By = "Ada", Total = total };
        return _edits.StartAsync(new LeadSelection("", []), new ActChange(ActKind.Assign, "Ann"));
    }

    private void Settle(Action<LeadAct> end)
    {
        end(_acts.Act!);
        _acts.Act!.UndoAt = _acts.Act.State == ActState.TakenBack ? 1 : null;
        _bus.Publish(new ActProgressed(1, _acts.Act.State));
    }

    // Hands news on at once.
    private sealed class FakeBus : IEventBus, IDisposable
    {
        private readonly List<Delegate> _listeners = [];

        public IDisposable Subscribe<T>(Action<T> listener)
            where T : notnull
        {
            _listeners.Add(listener);
            return this;
        }

        public void Publish<T>(T news)
            where T : notnull => _listeners.OfType<Action<T>>().ToList().ForEach(listener => listener(news));

        public void Dispose() => _listeners.Clear();
    }

    private sealed class FakeActs : ILeadActs
    {
        public LeadAct? Act { get; set; }

        public Error? Refusal { get; set; }

        public Task<Result<LeadAct>> StartAsync(LeadSelection selection, ActChange change, Actor by, CancellationToken cancellationToken = default) =>
            Task.FromResult<Result<LeadAct>>(Refusal is null ? Act! : Refusal);

        public Task<Result<LeadAct>> UndoAsync(long id, Actor by, CancellationToken cancellationToken = default)
        {
            Act!.State = ActState.TakingBack;
            return GetAsync(id, cancellationToken);
        }

        public Task<Result<LeadAct>> ResumeAsync(long id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<LeadAct>> GetAsync(long id, CancellationToken cancellationToken = default) => Task.FromResult<Result<LeadAct>>(Act!);

        public Task<IReadOnlyList<LeadAct>> ListAsync(int count, string? by = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<TrashedLead>> TrashAsync(long id, int count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<TrashedLead?> FindInTrashAsync(long leadId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<LeadAct>> MergeAsync(long id, long into, Actor by, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
