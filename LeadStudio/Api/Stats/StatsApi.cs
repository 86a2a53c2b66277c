using LeadStudio.Api.Document;
using LeadStudio.Core.Leads.Stats;

namespace LeadStudio.Api.Stats;

/// <summary>Counts of leads.</summary>
internal static class StatsApi
{
    public static void MapStats(this IEndpointRouteBuilder stats) =>
        stats.MapGet("", GetAsync)
            .Describe("getStats", "Count leads", "Counts all leads by band, stage and source.")
            .Answers<LeadCounts>();

    private static async Task<IResult> GetAsync(ILeadStats stats, CancellationToken cancellationToken) => TypedResults.Ok(await stats.CountAsync(cancellationToken));
}
