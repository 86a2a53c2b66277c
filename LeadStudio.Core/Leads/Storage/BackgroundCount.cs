using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Runs a count over all leads in the background, one at a time, and not again before it is worth it.</summary>
internal sealed class BackgroundCount : IDisposable
{
    // A count may take so small a part of the time.
    private const int PauseInCounts = 20;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly IDisposable[] _subscriptions;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<CancellationToken, Task> _count;
    private long _changes = 1; // what happened before the start is not known
    private long _counted;
    private long _end;
    private TimeSpan _length;
    private bool _isDisposed;
    private readonly Action _ended;
    private volatile bool _isRunning;
    private Task _running = Task.CompletedTask;

    /// <summary>Makes the count.</summary>
    /// <param name="bus">Tells of changes of leads and scores.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures go.</param>
    /// <param name="count">Counts, and keeps what it found.</param>
    /// <param name="ended">Is called when it does not run any more, so that pages may say so.</param>
    public BackgroundCount(IEventBus bus, TimeProvider time, ILogger logger, Func<CancellationToken, Task> count, Action ended)
    {
        (_time, _logger, _count, _ended) = (time, logger, count, ended);
        _subscriptions =
        [
            bus.Subscribe<LeadsChanged>(_ => Interlocked.Increment(ref _changes)),
            bus.Subscribe<StandingsChanged>(_ => Interlocked.Increment(ref _changes)),
        ];
    }

    public bool IsRunning => _isRunning;

    /// <summary>Starts the count where leads changed since the last one, and enough time has passed.</summary>
    /// <param name="isForced">Whether to start it in any case.</param>
    /// <returns>The running count, or one that has ended.</returns>
    public Task Start(bool isForced = false)
    {
        lock (_lock)
        {
            var isDue = Interlocked.Read(ref _changes) != _counted && (_counted == 0 || _time.GetElapsedTime(_end) >= _length * PauseInCounts);
            if (!IsRunning && (isForced || isDue) && !_isDisposed)
            {
                _isRunning = true;
                _running = Task.Run(RunAsync);
            }

            return _running;
        }
    }

    // Whoever is registered under two types is disposed twice.
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _stop.Cancel();
        _stop.Dispose();
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private async Task RunAsync()
    {
        var (changes, start, stop) = (Interlocked.Read(ref _changes), _time.GetTimestamp(), _stop.Token);
        try
        {
            await _count(stop);
            _counted = changes;
        }
#pragma warning disable CA1031 // An edge: pages go on with the last count, and the next one that opens tries again.
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whatever it is, it comes from stopping in the middle.
        }
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _logger.CountFailed(failure);
        }

        (_end, _length) = (_time.GetTimestamp(), _time.GetElapsedTime(start));
        _isRunning = false;
        _ended();
    }
}
