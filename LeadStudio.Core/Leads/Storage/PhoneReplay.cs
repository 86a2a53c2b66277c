using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Writes the comparable phone numbers of leads anew, slice by slice: of those from before there were any, and where the default country, or the name of an option for countries, became another one.</summary>
internal sealed class PhoneReplay(IDatabase database, IFieldCatalog fields, IWorkQueue queue, IEventBus bus)
{
    /// <summary>The counter of the next lead to look at; as great as can be when all were.</summary>
    public const string NextLead = "phone_lead";

    /// <summary>The counter of the default region that the numbers were read with, as <see cref="CodeOf"/> has it.</summary>
    public const string Region = "phone_region";

    // How many leads are written in one transaction: other writers wait for it.
    private const int Slice = 5_000;

    /// <summary>Does one slice.</summary>
    /// <param name="cancellationToken">Stops between two slices.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (await database.ReadAsync(db => NextAsync(db, catalog, cancellationToken), cancellationToken) == long.MaxValue)
        {
            return false;
        }

        var (from, to, changed) = await database.WriteAsync(db => WriteAsync(db, catalog, cancellationToken), cancellationToken);
        if (changed > 0)
        {
            queue.Wake(LeadQueues.Score);
            bus.Publish(new LeadsChanged(0, [], from, to));
        }

        return true;
    }

    /// <summary>Lets all of them be looked at again, as part of a change of how they are read.</summary>
    /// <param name="db">The transaction of the change.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    public static Task StartOverAsync(LeadStudioDbContext db, CancellationToken cancellationToken) => SetAsync(db, NextLead, 1, cancellationToken);

    private async Task<(long From, long To, long Changed)> WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
        var from = await NextAsync(db, catalog, cancellationToken);
        var last = await db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken);
        var to = Math.Min(from + Slice - 1, last);
        var changed = from <= to ? await WriteSliceAsync(db, catalog, from, to, cancellationToken) : 0;
        await SetAsync(db, NextLead, to >= last ? long.MaxValue : to + 1, cancellationToken);
        await SetAsync(db, Region, CodeOf(catalog.DefaultRegion), cancellationToken);
        if (changed > 0)
        {
            await queue.AddAsync(db, LeadQueues.Score, from, to);
        }

        return (from, to, changed);
    }

    private static async Task<long> WriteSliceAsync(LeadStudioDbContext db, FieldCatalog catalog, long from, long to, CancellationToken cancellationToken)
    {
        var (phone, country) = (catalog[StandardFields.Phone], catalog[StandardFields.Country]);
        var rows = await db.Sql($"select id, {phone.Column}, {phone.ComparedColumn}, {country.Column} from leads where id between {from} and {to} and {phone.Column} is not null").ListAsync(
            reader => (
                Id: reader.GetInt64(0),
                Old: reader.TextOrNull(2),
                New: FieldComparison.Compared(phone, reader.GetString(1), catalog.RegionOf(LeadReader.ReadValue(reader, 3, country)))),
            cancellationToken);
        var changed = rows.FindAll(row => row.Old != row.New);
        if (changed.Count > 0)
        {
            await using var writer = await BulkInsert.OpenUpdateAsync(db, "leads", ["id", phone.ComparedColumn]);
            foreach (var (id, _, compared) in changed)
            {
                writer.Write(id);
                writer.Write(compared);
                writer.EndRow();
            }

            await writer.CompleteAsync();
        }

        return changed.Count;
    }

    // All of them again where another default region is set than the one that they were read with.
    private static async Task<long> NextAsync(LeadStudioDbContext db, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        var counters = (await db.Sql($"select name, value from counters where name in ('{NextLead}', '{Region}')")
            .ListAsync(reader => (Name: reader.GetString(0), Value: reader.GetInt64(1)), cancellationToken)).ToDictionary(row => row.Name, row => row.Value);
        return counters.TryGetValue(Region, out var region) && region == CodeOf(catalog.DefaultRegion) ? counters.GetValueOrDefault(NextLead, 1) : 1;
    }

    private static Task<int> SetAsync(LeadStudioDbContext db, string counter, long value, CancellationToken cancellationToken) =>
        db.Sql("insert into counters (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value", ("name", counter), ("value", value))
            .RunAsync(cancellationToken);

    // A number for two letters, and 0 for none.
    private static long CodeOf(string? region) => region is null ? 0 : ((region[0] - 'A') * 26) + (region[1] - 'A') + 1;
}
