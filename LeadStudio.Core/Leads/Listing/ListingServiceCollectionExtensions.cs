using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Registers the lead list, a part of the slice Leads.</summary>
internal static class ListingServiceCollectionExtensions
{
    public static IServiceCollection AddListing(this IServiceCollection services)
    {
        services.TryAddSingleton(new ListLimits());
        return services
            .AddSingleton<ListIndexes>()
            .AddSingleton<SetCache>()
            .AddSingleton<TableScan>()
            .AddSingleton<MatchSets>()
            .AddSingleton<RowFinder>()
            .AddSingleton<LeadMatches>()
            .AddSingleton<ILeadList, LeadList>();
    }
}
