using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Persistence.Backups;

namespace LeadStudio.Core.Leads.Privacy;

internal sealed class EfErasure(
    IDatabase database,
    EfFieldCatalog fields,
    ILeadStore leads,
    IEnumerable<IPersonalData> slices,
    UploadErasure uploads,
    IBackups backups,
    IEventBus bus,
    TimeProvider time) : IErasure
{
    // A shorter text would also be found where it means something else.
    private const int ShortestMark = 4;

    public async Task<Result<Erased>> EraseAsync(long leadId, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (found, merges) = await FindAsync(leadId, cancellationToken);
        if (found.Value is not { } lead)
        {
            return new LeadNotFound(leadId);
        }

        leadId = lead.Id; // the lead that stands for it: they are one person
        var person = new Person(leadId, MarksOf(lead, merges));
        var files = await uploads.FindAsync(person, cancellationToken);
        if (files.Error is { } mustWait)
        {
            return mustWait;
        }

        var row = new ErasureRow { LeadId = leadId, At = UtcMicroseconds.From(time.GetUtcNow()), By = by.Name, Trail = ErasureTrail.Of(lead) };

        // Through the catalog, which keeps the choices in memory: an address may have become one.
        var (_, rejected) = await fields.ChangeAsync(
            async db =>
            {
                foreach (var slice in slices)
                {
                    await slice.EraseAsync(db, person, cancellationToken);
                }

                db.Add(row);
                new Deed(by, "person.erased", FormattableString.Invariant($"{leadId}"), ErasureTrail.Mark).AddTo(db, row.At);
                return await UploadErasure.EraseRowsAsync(db, person, files.Value ?? [], cancellationToken);
            },
            cancellationToken);
        uploads.Delete(files.Value ?? []);
        await ForgetAsync();
        bus.Publish(new LeadErased(leadId));
        bus.Publish(new FieldsChanged());
        bus.Publish(new LeadsChanged(0, [leadId], leadId, leadId));
        return new Erased(lead.Observations.Count, rejected, files.Value?.Count ?? 0, backups.List().Count);
    }

    public async Task<Result<string>> ExportAsync(long leadId, Stream target, CancellationToken cancellationToken = default)
    {
        var (found, _) = await FindAsync(leadId, cancellationToken);
        if (found.Value is not { } lead)
        {
            return new LeadNotFound(leadId);
        }

        leadId = lead.Id;
        await database.ReadAsync(
            async db =>
            {
                await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
                json.WriteStartObject();
                PersonJson.Write(json, lead);
                foreach (var slice in slices)
                {
                    await slice.ExportAsync(db, leadId, json, cancellationToken);
                }

                json.WriteEndObject();
                await json.FlushAsync(cancellationToken);
                return leadId;
            },
            cancellationToken);
        return lead.DisplayName;
    }

    // With what no longer counts, or only repeats, and in the trash: it is known all the same.
    private async Task<(Result<LeadDetails> Lead, IReadOnlyList<LeadMerge> Merges)> FindAsync(long leadId, CancellationToken cancellationToken)
    {
        leadId = await database.ReadAsync(db => LeadMerges.StandsForAsync(db, leadId, cancellationToken), cancellationToken);
        var merges = await database.ReadAsync(db => LeadMerges.IntoAsync(db, leadId, cancellationToken), cancellationToken);
        var found = await leads.GetAsync(leadId, cancellationToken);
        if (found.Value is not { } lead)
        {
            var catalog = await fields.GetAsync(cancellationToken);
            return await database.ReadAsync(db => TrashedPerson.FindAsync(db, catalog, leadId, cancellationToken), cancellationToken) is { } trashed ? (trashed, merges) : (found, merges);
        }

        var all = new List<Observation>();
        await database.ReadAsync(
            async db =>
            {
                await LeadReader.ReadObservationsAsync(db, lead.Catalog, $"between {leadId} and {leadId}", (_, observation) => all.Add(observation), cancellationToken);
                return all.Count;
            },
            cancellationToken);
        return (lead with { Observations = all }, merges);
    }

    private static List<string> MarksOf(LeadDetails lead, IReadOnlyList<LeadMerge> merges)
    {
        int[] keys = [lead.Catalog[StandardFields.Email].Id, lead.Catalog[StandardFields.ExternalId].Id];
        return
        [
            .. lead.Observations.Select(observation => observation.Values).Append(lead.Profile)
                .SelectMany(values => keys.Select(key => values.GetValueOrDefault(key, FieldValue.Empty).Text))
                .Concat(merges.SelectMany(merge => new[] { merge.Email, merge.ExternalId }))
                .OfType<string>()
                .Where(text => text.Length >= ShortestMark)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    // What was deleted is still in the index of words as parts of it, and in the log of the database, until both are written anew.
    private async Task ForgetAsync()
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await database.WriteAsync(db => db.Sql("insert into lead_search(lead_search) values ('optimize')").RunAsync(), CancellationToken.None);
            await database.ReadAsync(db => db.Sql("pragma wal_checkpoint(truncate)").NumberAsync(), CancellationToken.None);
        }
    }
}
