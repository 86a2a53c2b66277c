using LeadStudio.Core.Access;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Outbound;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Requests;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadStudio.Core;

/// <summary>Registers every slice.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds all slices, lowest first.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration; the section <c>LeadStudio</c> is read.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLeadStudioCore(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddPersistence(configuration)
            .AddOutbound(configuration)
            .AddMessaging()
            .AddRequests()
            .AddAccess()
            .AddLeads(configuration)
            .AddFacts()
            .AddScoring()
            .AddWebhooks();
    }
}
