using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Live;

/// <summary>Tells pages that leads or scores changed: at once after a quiet time, then at most four times a second.</summary>
public sealed class LiveLeads(IEventBus bus, TimeProvider time)
{
    /// <summary>The least time between two calls of one listener.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Listens until the subscription is disposed.</summary>
    /// <param name="listener">Is called with what changed since the last call, on a thread of its own: a component uses <c>InvokeAsync</c>.
    /// The next call comes after the returned task has ended.</param>
    /// <returns>The subscription.</returns>
    public IDisposable Subscribe(Func<LeadNews, Task> listener) => new LiveSubscription(bus, time, listener);
}

/// <summary>What changed in a short time.</summary>
/// <param name="Ids">The leads; empty where <paramref name="Many"/>.</param>
/// <param name="Many">Whether there were too many to list, so that all may have changed.</param>
/// <param name="Added">How many leads are new.</param>
/// <param name="Scored">The scores that changed, the last of each lead.</param>
public sealed record LeadNews(IReadOnlySet<long> Ids, bool Many, int Added, IReadOnlyList<StandingChange> Scored);
