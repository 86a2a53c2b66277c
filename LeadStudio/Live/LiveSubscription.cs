using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Live;

/// <summary>Collects news for one listener and hands them over at a bounded rate.</summary>
internal sealed class LiveSubscription : IDisposable
{
    private const int ListedIds = 1000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Func<LeadNews, Task> _listener;
    private readonly IDisposable[] _subscriptions;
    private readonly CancellationTokenSource _disposed = new();
    private HashSet<long> _ids = [];
    private Dictionary<long, StandingChange> _scored = [];
    private bool _many;
    private int _added;
    private bool _isRunning;

    public LiveSubscription(IEventBus bus, TimeProvider time, Func<LeadNews, Task> listener)
    {
        (_time, _listener) = (time, listener);
        _subscriptions = [bus.Subscribe<LeadsChanged>(Add), bus.Subscribe<StandingsChanged>(Add)];
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        _disposed.Cancel();
        _disposed.Dispose();
    }

    private void Add(LeadsChanged news)
    {
        lock (_lock)
        {
            _added += news.Created;
            AddIds(news.Ids, news.Ids.Count == 0);
        }
    }

    private void Add(StandingsChanged news)
    {
        lock (_lock)
        {
            AddIds(news.Changes.Select(change => change.LeadId), news.Changes.Count < news.Count);
            foreach (var change in news.Changes)
            {
                _scored[change.LeadId] = change;
            }
        }
    }

    private void AddIds(IEnumerable<long> ids, bool isMany)
    {
        _ids.UnionWith(ids);
        _many |= isMany || _ids.Count > ListedIds;
        if (!_isRunning)
        {
            _isRunning = true;
            _ = RunAsync(_disposed.Token);
        }
    }

    private async Task RunAsync(CancellationToken disposed)
    {
        await Task.Yield();
        try
        {
            while (Take() is { } news)
            {
                await _listener(news);
                await Task.Delay(LiveLeads.Interval, _time, disposed); // what comes meanwhile is one call
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
        finally
        {
            lock (_lock)
            {
                _isRunning = false;
            }
        }
    }

    private LeadNews? Take()
    {
        lock (_lock)
        {
            if (_ids.Count == 0 && !_many)
            {
                _isRunning = false;
                return null;
            }

            var news = new LeadNews(_many ? new HashSet<long>() : _ids, _many, _added, [.. _scored.Values]);
            (_ids, _scored, _many, _added) = ([], [], false, 0);
            return news;
        }
    }
}
