using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Messaging;

/// <summary>The bus of one process.</summary>
internal sealed class InProcessEventBus(ILogger<InProcessEventBus> logger) : IEventBus
{
    private readonly ConcurrentDictionary<Subscription, Type> _subscriptions = [];

    public void Publish<T>(T news)
        where T : notnull
    {
        foreach (var (subscription, type) in _subscriptions)
        {
            if (type != typeof(T))
            {
                continue;
            }

            try
            {
                ((Action<T>)subscription.Listener)(news);
            }
#pragma warning disable CA1031 // An edge: one listener's bug must not silence the others.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                logger.ListenerFailed(typeof(T).Name, failure);
            }
        }
    }

    public IDisposable Subscribe<T>(Action<T> listener)
        where T : notnull
    {
        var subscription = new Subscription(this, listener);
        _subscriptions[subscription] = typeof(T);
        return subscription;
    }

    private sealed class Subscription(InProcessEventBus bus, Delegate listener) : IDisposable
    {
        public Delegate Listener => listener;

        public void Dispose() => bus._subscriptions.TryRemove(this, out _);
    }
}
