using LeadStudio.Core.Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Messaging;

/// <summary>Registers the Messaging slice.</summary>
public static class MessagingServiceCollectionExtensions
{
    /// <summary>Adds the event bus, the work queue and the outbox.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services
            .AddSingleton<IEventBus, InProcessEventBus>()
            .AddSingleton<IWorkQueue, DatabaseWorkQueue>()
            .AddSingleton<IOutbox, DatabaseOutbox>();
}
