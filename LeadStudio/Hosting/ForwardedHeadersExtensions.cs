using Microsoft.AspNetCore.HttpOverrides;

namespace LeadStudio.Hosting;

/// <summary>Believes a proxy about the address that browsers see, where <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> says that there is one.</summary>
internal static class ForwardedHeadersExtensions
{
    // By default the framework takes the visitor's address and the protocol only: then pages would not know the name and the path that they are at.
    public static IServiceCollection AddForwardedAddresses(this IServiceCollection services) =>
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.All);
}
