namespace LeadStudio.Core.Messaging;

/// <summary>Carries news from the slice that owns them to whoever listens, after the commit that made them true.</summary>
/// <remarks>News only wake: what must not be lost stands in the database (see <see cref="IWorkQueue"/>).</remarks>
public interface IEventBus
{
    /// <summary>Tells all subscribers. Returns when each was told; a subscriber that fails is logged and does not stop the others.</summary>
    /// <typeparam name="T">The kind of news.</typeparam>
    /// <param name="news">The news.</param>
    void Publish<T>(T news)
        where T : notnull;

    /// <summary>Listens until the subscription is disposed.</summary>
    /// <typeparam name="T">The kind of news.</typeparam>
    /// <param name="listener">Is called on the publisher's thread: it must be quick and must not wait.</param>
    /// <returns>The subscription.</returns>
    IDisposable Subscribe<T>(Action<T> listener)
        where T : notnull;
}
