using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Lets one lead stand for another one, too, or takes that back, as part of a transaction.</summary>
/// <remarks>
/// The other lead goes into the trash as it is. What was said of it is said of the first one as well, by copies that name the act, each with
/// its source and its instant; so taking back is withdrawing the copies and bringing the lead back. The first lead keeps its own e-mail address and id.
/// </remarks>
internal sealed class MergePiece(IDatabase database, DeletePiece deletions, RestorePiece restorations, ValuePiece values, LeadFallback fallback)
{
    private static readonly string[] s_identity = [StandardFields.Email, StandardFields.ExternalId];

    /// <summary>Writes the argument of an act.</summary>
    public static string ArgumentOf(long id, long into) => string.Create(CultureInfo.InvariantCulture, $"{id} {into}");

    /// <summary>Gives the lead that goes.</summary>
    public static long GoneOf(LeadAct act) => long.Parse(act.Argument.AsSpan(0, act.Argument.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>Gives the lead that is to stand for the other.</summary>
    public static long IntoOf(LeadAct act) => long.Parse(act.Argument.AsSpan(act.Argument.IndexOf(' ', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    /// <summary>Merges.</summary>
    public async Task<PieceResult> DoAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var (id, into) = (ids[0], IntoOf(act));
        var leads = await LeadReader.LoadProfilesAsync(db, catalog, [id, into], cancellationToken);
        if (!leads.TryGetValue(id, out var goes) || !leads.TryGetValue(into, out var stays))
        {
            return PieceResult.None;
        }

        var rows = await db.Sql("select * from observations where lead_id = @id and status <> 2 order by sequence", ("id", id)).ListAsync(RowJson.Write, cancellationToken);
        await db.Sql(
            """
            insert into lead_notes (lead_id, text, "by", at, edited_by, edited_at, deleted_at, act_id)
            select @into, text, "by", at, edited_by, edited_at, deleted_at, @act from lead_notes where lead_id = @id
            """,
            ("into", into),
            ("act", act.Id),
            ("id", id)).RunAsync(cancellationToken);
        await deletions.DoAsync(db, catalog, act, [id], cancellationToken);
        db.Add(Merge(act, catalog, goes, into));
        await db.SaveChangesAsync(cancellationToken);
        await CopyAsync(db, catalog, act, rows, stays, cancellationToken);
        await DecideAsync(db, catalog, act, stays, cancellationToken);
        return new(1, [id, into]);
    }

    /// <summary>Takes a merge back; not where the lead that stayed has the other's address or id for another reason by now.</summary>
    public async Task<PieceResult> TakeBackAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var into = IntoOf(act);
        if (await KeepsAsync(db, catalog, act, into, cancellationToken))
        {
            return PieceResult.None;
        }

        await values.TakeBackAsync(db, catalog, act, [into], cancellationToken);
        foreach (var table in (string[])["observations", "lead_notes"])
        {
            await db.Sql($"delete from {table} where lead_id = @into and act_id = @act", ("into", into), ("act", act.Id)).RunAsync(cancellationToken);
        }

        var back = await restorations.DoAsync(db, catalog, act, ids, cancellationToken);
        await db.Sql("delete from lead_merges where act_id = @act", ("act", act.Id)).RunAsync(cancellationToken);
        return back with { Touched = [.. back.Touched, into] };
    }

    private static LeadMerge Merge(LeadAct act, FieldCatalog catalog, LeadState lead, long into)
    {
        var (email, external) = (lead.Value(catalog[StandardFields.Email].Id).Text, lead.Value(catalog[StandardFields.ExternalId].Id).Text);
        return new()
        {
            ActId = act.Id,
            LeadId = lead.Id,
            IntoId = into,
            Email = email,
            EmailKey = email is null ? null : FieldComparison.Compared(catalog[StandardFields.Email], email),
            ExternalId = external,
            ExternalKey = external is null ? null : FieldComparison.Compared(catalog[StandardFields.ExternalId], external),
        };
    }

    private async Task CopyAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, IReadOnlyList<string> rows, LeadState stays, CancellationToken cancellationToken)
    {
        var own = s_identity.Select(key => catalog[key].Id).Where(field => !stays.Value(field).IsEmpty).ToHashSet();
        if (own.Contains(catalog[StandardFields.Email].Id))
        {
            own.Add(catalog[StandardFields.Domain].Id);
        }

        var last = await db.Sql("select coalesce(max(sequence), 0) from observations where lead_id = @id", ("id", stays.Id)).NumberAsync(cancellationToken);
        using var json = new FieldValuesJson();
        await RowJson.InsertAsync(db, database.Kind, LeadTable.Observations, rows.Select(text =>
        {
            var row = JsonNode.Parse(text)!.AsObject();
            (row["lead_id"], row["sequence"], row["act_id"]) = (stays.Id, ++last, act.Id);
            var said = FieldValuesJson.Read((string)row["field_values"]!).Where(pair => !own.Contains(pair.Key)).ToDictionary();
            row["field_values"] = Encoding.UTF8.GetString(json.Write(said));
            return JsonSerializer.SerializeToElement(row);
        }), cancellationToken);
    }

    private async Task DecideAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, LeadState stays, CancellationToken cancellationToken)
    {
        var updated = catalog[StandardFields.UpdatedAt];
        var lead = (await LeadReader.LoadAsync(db, catalog, [stays.Id], cancellationToken))[stays.Id];
        foreach (var field in lead.Observations.Where(said => said.ActId == act.Id).SelectMany(said => said.Values.Keys).Distinct().Where(field => field != updated.Id).ToList())
        {
            lead.Decide(catalog[field]);
        }

        await fallback.WriteAsync(db, catalog, lead.HasChanged ? [lead] : [], cancellationToken);
        var after = (await LeadReader.LoadProfilesAsync(db, catalog, [stays.Id], cancellationToken))[stays.Id];
        db.Add(new ActedLead
        {
            ActId = act.Id,
            LeadId = stays.Id,
            UpdatedBefore = stays.Value(updated.Id).Number,
            UpdatedAfter = after.Value(updated.Id).Number,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<bool> KeepsAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long into, CancellationToken cancellationToken)
    {
        var merge = await db.Set<LeadMerge>().FindAsync([act.Id], cancellationToken);
        var lead = (await LeadReader.LoadAsync(db, catalog, [into], cancellationToken)).GetValueOrDefault(into);
        if (merge is null || lead is null)
        {
            return false;
        }

        lead.TakeBack(Withdrawal.OfAct(act.Id), catalog);
        var keys = s_identity.Select(key => lead.Value(catalog[key].Id).Text is { } text ? FieldComparison.Compared(catalog[key], text) : null).ToArray();
        return (keys[0] is { } email && email == merge.EmailKey) || (keys[1] is { } external && external == merge.ExternalKey);
    }
}
