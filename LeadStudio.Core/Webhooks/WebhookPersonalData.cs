using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

/// <summary>What webhooks were told of people, and answered.</summary>
internal sealed class WebhookPersonalData : IPersonalData
{
    public async Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken)
    {
        await db.Set<WebhookDelivery>().Where(delivery => delivery.LeadId == person.LeadId).ExecuteDeleteAsync(cancellationToken);
        foreach (var mark in person.Marks) // of leads that went into this one
        {
            await db.Set<WebhookDelivery>().Where(delivery => delivery.LeadId != 0 && delivery.Payload.Contains(mark)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    public async Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var told = await (
            from delivery in db.Set<WebhookDelivery>()
            join webhook in db.Set<Webhook>() on delivery.WebhookId equals webhook.Id
            where delivery.LeadId == leadId
            orderby delivery.Id
            select new { webhook.Url, delivery.At, delivery.State, delivery.Payload }).ToListAsync(cancellationToken);
        json.WriteStartArray("webhookDeliveries");
        foreach (var delivery in told)
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(delivery.At));
            json.WriteString("to", delivery.Url);
            json.WriteString("state", delivery.State.ToString());
            json.WritePropertyName("told");
            json.WriteRawValue(delivery.Payload);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
