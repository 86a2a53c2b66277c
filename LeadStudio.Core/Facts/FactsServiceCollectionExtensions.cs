using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Facts;

/// <summary>Registers the Facts slice.</summary>
public static class FactsServiceCollectionExtensions
{
    /// <summary>Adds the facts of leads.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFacts(this IServiceCollection services) => services.AddSingleton<IFactSources, FactSources>();
}
