using System.Text.Json;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>Puts a mark into the audit trail where it tells of a person; who did what when stays.</summary>
internal sealed class AuditPersonalData : IPersonalData
{
    private const string OfLeads = "lead.";

    public async Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken)
    {
        var id = FormattableString.Invariant($"{person.LeadId}");
        await BlankAsync(db.Set<AuditEntry>().Where(entry => entry.SubjectId == id && entry.Action.StartsWith(OfLeads)), cancellationToken);
        foreach (var mark in person.Marks)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the letters.
            var lower = mark.ToLowerInvariant();
            await BlankAsync(
                db.Set<AuditEntry>().Where(entry =>
                    entry.Subject.ToLower().Contains(lower) || (entry.Before != null && entry.Before.ToLower().Contains(lower)) || (entry.After != null && entry.After.ToLower().Contains(lower))),
                cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }
    }

    public async Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var id = FormattableString.Invariant($"{leadId}");
        json.WriteStartArray("auditTrail");
        await foreach (var entry in db.Set<AuditEntry>().Where(entry => entry.SubjectId == id && entry.Action.StartsWith(OfLeads)).OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(entry.At));
            json.WriteString("by", entry.Actor);
            json.WriteString("action", entry.Action);
            Write(json, "before", entry.Before);
            Write(json, "after", entry.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value ?? "null");
    }

    private static Task<int> BlankAsync(IQueryable<AuditEntry> entries, CancellationToken cancellationToken) => entries.ExecuteUpdateAsync(
        set => set.SetProperty(entry => entry.Subject, ErasureTrail.Mark).SetProperty(entry => entry.Before, (string?)null).SetProperty(entry => entry.After, (string?)null), cancellationToken);
}
