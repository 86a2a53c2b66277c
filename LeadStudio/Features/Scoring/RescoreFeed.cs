using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Features.Scoring;

/// <summary>Tells a page how far the re-scoring has come, at most four times a second; the last word always arrives.</summary>
internal sealed class RescoreFeed : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private readonly Func<RescoreProgressed, Task> _listener;
    private RescoreProgressed? _latest;
    private bool _isWaiting;

    public RescoreFeed(IEventBus bus, TimeProvider time, Func<RescoreProgressed, Task> listener)
    {
        _listener = listener;
        _timer = time.CreateTimer(_ => Tell(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = bus.Subscribe<RescoreProgressed>(Hear);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private void Hear(RescoreProgressed news)
    {
        lock (_lock)
        {
            _latest = news;
            if (_isWaiting)
            {
                return;
            }

            _isWaiting = true;
        }

        _timer.Change(s_interval, Timeout.InfiniteTimeSpan);
    }

    private void Tell()
    {
        RescoreProgressed? news;
        lock (_lock)
        {
            (news, _latest, _isWaiting) = (_latest, null, false);
        }

        if (news is not null)
        {
            _ = _listener(news);
        }
    }
}
