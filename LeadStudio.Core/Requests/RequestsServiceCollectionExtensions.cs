using LeadStudio.Core.Requests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Requests;

/// <summary>Registers the Requests slice.</summary>
public static class RequestsServiceCollectionExtensions
{
    /// <summary>Adds the memory of answered requests.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRequests(this IServiceCollection services) => services.AddSingleton<IAnsweredRequests, EfAnsweredRequests>();
}
