using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Notes;

/// <summary>Keeps leads that somebody wrote about, even where the import that made them is taken back.</summary>
internal sealed class NoteTouches : ILeadTouches
{
    public async Task<IReadOnlyCollection<long>> AmongAsync(LeadStudioDbContext db, long from, long to, CancellationToken cancellationToken = default) =>
        await db.Set<LeadNote>()
            .Where(note => note.LeadId >= from && note.LeadId <= to)
            .Select(note => note.LeadId)
            .Distinct()
            .ToListAsync(cancellationToken);
}
