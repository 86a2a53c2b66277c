using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring;

/// <summary>Keeps leads of whose score people said something: models learn from it.</summary>
internal sealed class FeedbackTouches : ILeadTouches
{
    public async Task<IReadOnlyCollection<long>> AmongAsync(LeadStudioDbContext db, long from, long to, CancellationToken cancellationToken = default) =>
        await db.Set<ScoreFeedback>()
            .Where(feedback => feedback.LeadId >= from && feedback.LeadId <= to)
            .Select(feedback => feedback.LeadId)
            .Distinct()
            .ToListAsync(cancellationToken);
}
