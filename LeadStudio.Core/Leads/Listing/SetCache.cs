using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Keeps the sets of the last moments, so that paging on, counting and jumping need not find the same leads again.</summary>
/// <remarks>
/// A set is good for a second in any case, and as long as nothing changed: on SQLite, which only this process writes, for a minute, else for
/// five seconds. A minute after the last use nothing is kept. 64 sets over a million leads are 8 MB.
/// </remarks>
internal sealed class SetCache : IDisposable
{
    private const int MostSets = 64;
    private static readonly TimeSpan s_always = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_unchangedElsewhere = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_unchanged = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<object, Entry> _sets = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _goodFor;
    private readonly ITimer _emptying;
    private readonly IDisposable[] _subscriptions;
    private long _changes;

    public SetCache(IDatabase database, IEventBus bus, TimeProvider time)
    {
        _time = time;
        _goodFor = database.Kind == DatabaseKind.Sqlite ? s_unchanged : s_unchangedElsewhere;
        _emptying = time.CreateTimer(_ => Empty(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscriptions =
        [
            bus.Subscribe<LeadsChanged>(_ => Interlocked.Increment(ref _changes)),
            bus.Subscribe<StandingsChanged>(_ => Interlocked.Increment(ref _changes)),
        ];
    }

    /// <summary>Gets a set.</summary>
    /// <param name="key">What it is the set of; compared by value.</param>
    /// <param name="find">Finds it where it is not kept. Sets that are kept must not be changed.</param>
    /// <returns>The set.</returns>
    public async Task<IdSet> GetAsync(object key, Func<Task<IdSet>> find)
    {
        var changes = Interlocked.Read(ref _changes);
        var start = _time.GetTimestamp();
        lock (_lock)
        {
            if (_sets.TryGetValue(key, out var kept) && _time.GetElapsedTime(kept.At) < (kept.Changes == changes ? _goodFor : s_always))
            {
                return kept.Set;
            }
        }

        var set = await find();
        lock (_lock)
        {
            if (_sets.Count >= MostSets)
            {
                _sets.Remove(_sets.MinBy(pair => pair.Value.At).Key);
            }

            _sets[key] = new Entry(set, start, changes);
        }

        _emptying.Change(s_unchanged, Timeout.InfiniteTimeSpan);
        return set;
    }

    public void Dispose()
    {
        _emptying.Dispose();
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private void Empty()
    {
        lock (_lock)
        {
            _sets.Clear();
        }
    }

    private sealed record Entry(IdSet Set, long At, long Changes);
}
