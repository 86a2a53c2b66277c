using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Core.Leads.Export;

/// <summary>Writes lists of leads into files.</summary>
public interface ILeadExport
{
    /// <summary>Writes a list as CSV, page by page: a million leads need no more memory than a thousand.</summary>
    /// <remarks>
    /// RFC 4180 in UTF-8 with a byte order mark; formulas are guarded. Score, band, name, company, address and id come first, so that the file,
    /// imported again, finds each lead; where nothing was edited in it, no lead changes. Leads that come or move meanwhile may be missing.
    /// </remarks>
    /// <param name="query">The list.</param>
    /// <param name="columns">Further fields, in their order.</param>
    /// <param name="target">Where to write.</param>
    /// <param name="cancellationToken">Stops the export.</param>
    /// <returns>How many leads were written.</returns>
    Task<long> WriteCsvAsync(LeadQuery query, IReadOnlyList<Field> columns, Stream target, CancellationToken cancellationToken = default);
}
