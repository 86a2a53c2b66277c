using System.Globalization;
using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>What the trash and the list of changes keep about people: a person may be there, too, under the same e-mail address or id.</summary>
internal sealed class TrashPersonalData(IDatabase database) : IPersonalData
{
    public async Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken)
    {
        var emails = person.Marks.Select(EmailAddress.KeyOf).OfType<string>().ToArray();
        var externals = person.Marks.Select(Folding.Fold).ToArray();
        var id = person.LeadId;
        foreach (var merge in await LeadMerges.IntoAsync(db, id, cancellationToken))
        {
            await db.Sql("delete from trash where lead_id = @id", ("id", merge.LeadId)).RunAsync(cancellationToken);
            await db.Sql("delete from lead_merges where act_id = @act", ("act", merge.ActId)).RunAsync(cancellationToken);
            await db.Sql("update acts set selection = @erased, argument_text = @erased where id = @act", ("erased", ErasureTrail.Mark), ("act", merge.ActId)).RunAsync(cancellationToken);
        }

        await db.Sql(
            "update acts set selection = @erased, argument_text = @erased where kind = 'Merge' and (argument like @from or argument like @into)",
            ("erased", ErasureTrail.Mark),
            ("from", string.Create(CultureInfo.InvariantCulture, $"{id} %")),
            ("into", string.Create(CultureInfo.InvariantCulture, $"% {id}"))).RunAsync(cancellationToken);
        await db.Sql("delete from trash where lead_id = @id", ("id", id)).RunAsync(cancellationToken);
        await db.Sql($"delete from trash where email_key {IdsSql.Among(database.Kind)}", ("ids", IdsSql.Value(database.Kind, emails))).RunAsync(cancellationToken);
        await db.Sql($"delete from trash where external_key {IdsSql.Among(database.Kind)}", ("ids", IdsSql.Value(database.Kind, externals))).RunAsync(cancellationToken);
        await db.Sql("delete from act_leads where lead_id = @id", ("id", person.LeadId)).RunAsync(cancellationToken);
        foreach (var mark in person.Marks)
        {
            foreach (var column in (string[])["selection", "argument", "argument_text"])
            {
                await db.Sql(
                    $"update acts set {column} = @erased where lower({column}) like @mark escape '\\'",
                    ("erased", ErasureTrail.Mark),
                    ("mark", LeadsPersonalData.Like(mark))).RunAsync(cancellationToken);
            }
        }
    }

    public async Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var rows = await db.Sql(
            """
            select a.at, a.by, t.content from trash t join acts a on a.id = t.act_id
            where t.lead_id = @id or t.lead_id in (select lead_id from lead_merges where into_id = @id) or t.email_key in (select email_key from leads where id = @id) or t.external_key in (select external_key from leads where id = @id)
            order by a.at
            """,
            ("id", leadId)).ListAsync(reader => (At: reader.GetInt64(0), By: reader.GetString(1), Content: reader.GetString(2)), cancellationToken);
        json.WriteStartArray("deleted");
        foreach (var (at, by, content) in rows)
        {
            json.WriteStartObject();
            json.WriteString("at", UtcMicroseconds.ToInstant(at));
            json.WriteString("by", by);
            json.WritePropertyName("content");
            json.WriteRawValue(content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
