using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Finds all leads that a list has at this moment; what the list remembers of the last seconds has no part in it.</summary>
internal sealed class LeadMatches(IDatabase database, IFieldCatalog fields, ListIndexes indexes, TableScan tables, ListLimits limits, IEventBus bus, TimeProvider time)
{
    /// <summary>Finds them.</summary>
    /// <param name="query">The list.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads.</returns>
    public async Task<IdSet> FindAsync(LeadQuery query, CancellationToken cancellationToken)
    {
        using var nothing = new SetCache(database, bus, time);
        var sets = new MatchSets(nothing, indexes, tables, limits);
        var view = new ListView(query, await fields.GetAsync(cancellationToken), new SqlDialect(database.Kind), UtcMicroseconds.From(time.GetUtcNow()));
        return await database.ReadAsync(
            db =>
            {
                IdScan.Prepare(db);
                return sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken);
            },
            cancellationToken);
    }
}
