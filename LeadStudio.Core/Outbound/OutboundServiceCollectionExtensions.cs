using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Outbound;

/// <summary>Registers the Outbound slice.</summary>
public static class OutboundServiceCollectionExtensions
{
    /// <summary>Adds the guard of outgoing requests.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration; see <see cref="OutboundOptions"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOutbound(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<OutboundOptions>().Bind(configuration.GetSection(OutboundOptions.SectionName));
        return services.AddSingleton(provider => new OutboundHttp(provider.GetRequiredService<IOptions<OutboundOptions>>()));
    }
}
