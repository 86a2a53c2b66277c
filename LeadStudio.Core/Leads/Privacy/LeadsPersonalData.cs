using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>What the slice Leads keeps about people besides the profile, which <see cref="EfErasure"/> reads itself.</summary>
internal sealed class LeadsPersonalData : IPersonalData
{
    public async Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken)
    {
        var id = ("id", (object?)person.LeadId);
        if (db is SqliteLeadStudioDbContext)
        {
            await db.Sql("delete from lead_search where rowid = @id", id).RunAsync(cancellationToken);
        }

        foreach (var table in new[] { "observations", "lead_standings", "score_history", "lead_notes" })
        {
            await db.Sql($"delete from {table} where lead_id = @id", id).RunAsync(cancellationToken);
        }

        await db.Sql("delete from leads where id = @id", id).RunAsync(cancellationToken);

        // Any of them may show the person, in whatever spelling of JSON; they serve for a day at most.
        await db.Sql("delete from answered_requests where status is not null").RunAsync(cancellationToken);
        foreach (var mark in person.Marks)
        {
            // An address may have become a choice, be looked for in a view, or be among the frequent values of a field, which are counted again.
            await db.Sql(
                "update field_options set label = @erased || ' ' || code, folded = @erased || ' ' || code where lower(label) = lower(@mark)",
                ("erased", ErasureTrail.Mark),
                ("mark", mark)).RunAsync(cancellationToken);
            await db.Sql("update saved_views set search = @erased where lower(search) like @mark escape '\\'", ("erased", ErasureTrail.Mark), ("mark", Like(mark))).RunAsync(cancellationToken);
            await db.Sql("update saved_views set filter_text = '' where lower(filter_text) like @mark escape '\\'", ("mark", Like(mark))).RunAsync(cancellationToken);
            await db.Sql("delete from field_figures where lower(figures) like @mark escape '\\'", ("mark", Like(mark))).RunAsync(cancellationToken);
        }
    }

    public async Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.WriteStartArray("scoreHistory");
        foreach (var entry in await db.Set<ScoreHistoryEntry>().Where(entry => entry.LeadId == leadId).OrderBy(entry => entry.At).ToListAsync(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(entry.At));
            json.WriteNumber("score", entry.Score);
            json.WriteNumber("scorecard", entry.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in await db.Set<LeadNote>().Where(note => note.LeadId == leadId).OrderBy(note => note.At).ToListAsync(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(note.At));
            json.WriteString("by", note.By);
            json.WriteString("text", note.Text);
            json.WriteBoolean("isDeleted", note.DeletedAt is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Makes a pattern of SQL that finds a text anywhere, in any case.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pattern; its escape is a backslash.</returns>
    internal static string Like(string text) =>
        $"%{text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
