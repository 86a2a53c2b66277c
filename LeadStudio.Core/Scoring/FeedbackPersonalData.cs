using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring;

/// <summary>What people said of a lead's score.</summary>
internal sealed class FeedbackPersonalData : IPersonalData
{
    public Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken) =>
        db.Set<ScoreFeedback>().Where(feedback => feedback.LeadId == person.LeadId).ExecuteDeleteAsync(cancellationToken);

    public async Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.WriteStartArray("scoreFeedback");
        foreach (var feedback in await db.Set<ScoreFeedback>().Where(feedback => feedback.LeadId == leadId).OrderBy(feedback => feedback.At).ToListAsync(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(feedback.At));
            json.WriteString("by", feedback.By);
            json.WriteString("direction", feedback.Direction.ToString());
            json.WriteString("reason", feedback.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
