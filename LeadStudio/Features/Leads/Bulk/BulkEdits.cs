using System.Collections.Concurrent;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Messaging;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>Changes many leads for one user; says what is done and offers to undo it.</summary>
public sealed class BulkEdits : IDisposable
{
    /// <summary>From how many leads on a change takes so long that its progress is worth showing.</summary>
    public const int WorthWatching = 10_000;

    private readonly ILeadActs _acts;
    private readonly IToasts _toasts;
    private readonly CurrentUser _me;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<long, bool> _awaited = []; // whether its end is worth a message

    /// <summary>Makes the service of one user.</summary>
    /// <param name="acts">Does it.</param>
    /// <param name="toasts">The messages.</param>
    /// <param name="bus">Tells of progress.</param>
    /// <param name="me">Who changes them.</param>
    public BulkEdits(ILeadActs acts, IToasts toasts, IEventBus bus, CurrentUser me)
    {
        (_acts, _toasts, _me) = (acts, toasts, me);
        _subscription = bus.Subscribe<ActProgressed>(news =>
        {
            if (!IsRunning(news.State) && _awaited.ContainsKey(news.ActId))
            {
                _ = LookAsync(news.ActId);
            }
        });
    }

    /// <summary>Raised on any thread when an act of this user is done, taken back or stopped.</summary>
    public event EventHandler<SettledEventArgs>? Settled;

    /// <summary>Tells whether an act is not at its end.</summary>
    /// <param name="state">Its state.</param>
    public static bool IsRunning(ActState state) => state is ActState.Running or ActState.TakingBack;

    /// <summary>Starts a change.</summary>
    /// <param name="selection">The leads.</param>
    /// <param name="change">What to do.</param>
    /// <returns>Whether it was started; else the user was told why not.</returns>
    public async Task<bool> StartAsync(LeadSelection selection, ActChange change) =>
        await FollowAsync(await _acts.StartAsync(selection, change, _me.Actor));

    /// <summary>Lets one lead stand for another one, too.</summary>
    /// <param name="id">The lead that goes.</param>
    /// <param name="into">The lead that stays.</param>
    /// <returns>Whether it was started; else the user was told why not.</returns>
    public async Task<bool> MergeAsync(long id, long into) => await FollowAsync(await _acts.MergeAsync(id, into, _me.Actor));

    /// <summary>Tells whether the user may take a change back: one's own, or any for who may import.</summary>
    /// <param name="act">The change.</param>
    public bool MayUndo(LeadAct act) => act.By == _me.Name || _me.May(Scopes.Import);

    /// <summary>Takes a change back.</summary>
    /// <param name="id">The act.</param>
    /// <returns>A task that ends when that was started, or the user was told why not.</returns>
    public async Task UndoAsync(long id)
    {
        var undone = await _acts.UndoAsync(id, _me.Actor);
        if (undone.Error is { } problem)
        {
            _toasts.Error(problem.Message);
            return;
        }

        await AwaitAsync(id, isTold: true);
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    private async Task<bool> FollowAsync(Result<LeadAct> started)
    {
        if (started.Value is not { } act)
        {
            _toasts.Error(started.Error!.Message);
            return false;
        }

        _toasts.WithUndo(act.Total >= WorthWatching ? $"{ActWords.Doing(act)}…" : $"{ActWords.Done(act)}.", () => UndoAsync(act.Id));
        await AwaitAsync(act.Id, isTold: act.Total >= WorthWatching);
        return true;
    }

    private void Tell(LeadAct act, bool isTold)
    {
        if (act.State == ActState.Failed)
        {
            _toasts.Error($"It stopped after {ActWords.Leads(act.Done)}: {ActWords.Done(act)}. On the page Recent changes you can go on, or take it back.");
        }
        else if (act.State == ActState.TakenBack)
        {
            _toasts.Info(ActWords.TakenBack(act));
        }
        else if (isTold)
        {
            _toasts.WithUndo($"{ActWords.Done(act)}. {ActWords.Result(act)}".Trim(), () => UndoAsync(act.Id));
        }
    }

    // It may have ended before anybody waited.
    private Task AwaitAsync(long id, bool isTold)
    {
        _awaited[id] = isTold;
        return LookAsync(id);
    }

    private async Task LookAsync(long id)
    {
        if ((await _acts.GetAsync(id)).Value is { } act && !IsRunning(act.State) && _awaited.TryRemove(id, out var isTold))
        {
            Tell(act, isTold);
            Settled?.Invoke(this, new SettledEventArgs(act));
        }
    }
}
