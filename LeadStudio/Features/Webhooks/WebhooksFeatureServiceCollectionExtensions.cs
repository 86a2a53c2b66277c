using LeadStudio.Core.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Webhooks;

/// <summary>Registers the page of webhooks.</summary>
internal static class WebhooksFeatureServiceCollectionExtensions
{
    public static IServiceCollection AddWebhooksFeature(this IServiceCollection services) =>
        services.AddNavEntry(new NavEntry(NavGroup.Operations, Order: 40, "Webhooks", "/webhooks", "webhook", Scopes.Admin, Key: 'w'));
}
