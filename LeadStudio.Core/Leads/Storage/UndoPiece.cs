using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Takes an import back for a range of leads, as part of a transaction.</summary>
internal sealed class UndoPiece(ImportedLeads leads, LeadRemoval removal, LeadFallback fallback)
{
    /// <summary>Writes what changes, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction, which has locked out those who record and those who score.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="import">The import.</param>
    /// <param name="from">The first lead's id.</param>
    /// <param name="to">The last lead's id, included.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>How many leads vanished, and how many stayed.</returns>
    public async Task<UndoCounts> WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, long import, long from, long to, CancellationToken cancellationToken)
    {
        var found = await leads.ReadAsync(db, import, from, to, cancellationToken);
        var removed = found.Where(lead => lead.IsOnlyHere).Select(lead => lead.Id).ToArray();
        var kept = found.Where(lead => !lead.IsOnlyHere).Select(lead => lead.Id).ToArray();
        await removal.RemoveAsync(db, removed, ["observations", "lead_standings", "score_history"], cancellationToken);
        await fallback.TakeBackAsync(db, catalog, Withdrawal.OfImport(import), kept, cancellationToken);
        return new(removed.Length, kept.Length);
    }
}
