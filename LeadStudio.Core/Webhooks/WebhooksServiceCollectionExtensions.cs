using LeadStudio.Core.Leads.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Webhooks;

/// <summary>Registers the Webhooks slice.</summary>
public static class WebhooksServiceCollectionExtensions
{
    /// <summary>Adds webhooks; the application adds an <see cref="IWebhookPayloads"/> and an <see cref="Access.Secrets.ISecrets"/>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services
            .AddSingleton<IWebhooks, EfWebhooks>()
            .AddSingleton<IPersonalData, WebhookPersonalData>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<DeliveryPruning>()
            .AddSingleton<WebhookRounds>()
            .AddHostedService<WebhookWorker>();
}
