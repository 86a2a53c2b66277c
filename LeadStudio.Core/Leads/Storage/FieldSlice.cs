using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Decides the values of one field anew, for a range of leads.</summary>
internal sealed class FieldSlice(IDatabase database, TimeProvider time)
{
    /// <summary>Writes what changes.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="field">The field.</param>
    /// <param name="from">The first lead.</param>
    /// <param name="to">The last lead.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>How many leads changed; or, with nothing written, options that are said of them but that the choice lacks.</returns>
    public async Task<SliceOutcome> WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, Field field, long from, long to, CancellationToken cancellationToken)
    {
        if (field.IsStandard && catalog.FormerOf(field).Count == 0)
        {
            return new(await DecideAsync(db, catalog, field, from, to, cancellationToken), []);
        }

        var winners = new Dictionary<long, FieldValue>();
        var missing = await CollectAsync(db, catalog, field, from, to, winners, cancellationToken);
        if (missing.Count > 0)
        {
            return new(0, missing);
        }

        var changed = field.IsStandard
            ? await DecideAsync(db, catalog, field, from, to, cancellationToken)
            : await WriteColumnAsync(db, field, from, to, winners, cancellationToken);
        await ClearFormerAsync(db, catalog, field, from, to, cancellationToken);
        return new(changed, []);
    }

    // Standard fields are part of words, companies and more: whole leads are read and written.
    private async Task<long> DecideAsync(LeadStudioDbContext db, FieldCatalog catalog, Field field, long from, long to, CancellationToken cancellationToken)
    {
        var ids = await db.Sql($"select id from leads where id between {from} and {to}").ListAsync(reader => reader.GetInt64(0), cancellationToken);
        var leads = await LeadReader.LoadAsync(db, catalog, ids, cancellationToken);
        var changed = leads.Values.Where(lead => lead.Decide(field)).OrderBy(lead => lead.Id).ToList();
        using var batch = PreparedBatch.Of(new ObservationBatch
        {
            Kind = ObservationKind.Edit,
            SourceId = Source.People,
            LearnedAt = UtcMicroseconds.From(time.GetUtcNow()),
            Fields = [field],
            Catalog = catalog,
            Rows = [],
        });
        await CompanyLinker.LinkAsync(db, batch.Batch, changed, cancellationToken);
        await new LeadWriter(db, database.Kind, batch).WriteAsync(changed, [], cancellationToken);
        return changed.Count;
    }

    private static async Task<IReadOnlyCollection<string>> CollectAsync(
        LeadStudioDbContext db, FieldCatalog catalog, Field field, long from, long to, Dictionary<long, FieldValue> winners, CancellationToken cancellationToken)
    {
        var former = catalog.FormerOf(field);
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        var room = ImportLimits.OptionsPerField - catalog.OptionsOf(field).Count;
        var (current, said) = (0L, new List<Observation>());
        await LeadReader.ReadObservationsAsync(
            db,
            catalog,
            $"between {from} and {to}",
            (lead, observation) =>
            {
                if (lead != current)
                {
                    Settle();
                    (current, said) = (lead, []);
                }

                if (observation.Status != ObservationStatus.Counts)
                {
                    return;
                }

                said.Add(observation);
                foreach (var one in field.HasOptions ? former : [])
                {
                    Miss(one, observation);
                }
            },
            cancellationToken);
        Settle();
        return missing.Values;

        void Settle()
        {
            if (ProfileReplay.Winner(field, said) is { } winner && winner.Values[field.Id] is { IsEmpty: false } value)
            {
                winners[current] = value;
            }
        }

        void Miss(Field one, Observation observation)
        {
            if (observation.Values.TryGetValue(one.Id, out var value) && !value.IsEmpty)
            {
                foreach (var label in ValueConversion.Labels(catalog, one, field.Type, value).Where(label => label.Length is > 0 and <= CellReader.LongestKey))
                {
                    if (catalog.FindOption(field, label) is null && missing.Count < room)
                    {
                        missing.TryAdd(Folding.Fold(label), label);
                    }
                }
            }
        }
    }

    private static async Task<long> WriteColumnAsync(
        LeadStudioDbContext db, Field field, long from, long to, Dictionary<long, FieldValue> winners, CancellationToken cancellationToken)
    {
        var isOverflow = field.Column.Length == 0;
        var rows = await db.Sql($"select id, {(isOverflow ? "overflow" : field.Column)} from leads where id between {from} and {to} order by id").ListAsync(
            reader => (Id: reader.GetInt64(0), Value: isOverflow ? FieldValue.Empty : LeadReader.ReadValue(reader, 1, field), Overflow: isOverflow ? reader.TextOrNull(1) : null),
            cancellationToken);
        if (isOverflow)
        {
            return await WriteOverflowAsync(db, field, rows.ConvertAll(row => (row.Id, row.Overflow)), winners);
        }

        var changed = rows.FindAll(row => row.Value != winners.GetValueOrDefault(row.Id, FieldValue.Empty));
        if (changed.Count == 0)
        {
            return 0;
        }

        await using var writer = await BulkInsert.OpenUpdateAsync(db, "leads", field.IsText ? ["id", field.Column, field.ComparedColumn] : ["id", field.Column]);
        foreach (var (id, _, _) in changed)
        {
            var value = winners.GetValueOrDefault(id, FieldValue.Empty);
            writer.Write(id);
            if (field.IsText)
            {
                writer.Write(value.Text);
                writer.Write(value.Text is null ? null : Folding.Fold(value.Text));
            }
            else
            {
                writer.Write(value.Number);
            }

            writer.EndRow();
        }

        await writer.CompleteAsync();
        return changed.Count;
    }

    private static async Task<long> WriteOverflowAsync(
        LeadStudioDbContext db, Field field, List<(long Id, string? Overflow)> rows, Dictionary<long, FieldValue> winners)
    {
        var count = 0L;
        using var json = new FieldValuesJson();
        await using var writer = await BulkInsert.OpenUpdateAsync(db, "leads", ["id", "overflow"]);
        foreach (var (id, overflow) in rows)
        {
            var values = overflow is null ? [] : FieldValuesJson.Read(overflow);
            var winner = winners.GetValueOrDefault(id, FieldValue.Empty);
            if (values.GetValueOrDefault(field.Id, FieldValue.Empty) == winner)
            {
                continue;
            }

            count++;
            values[field.Id] = winner;
            writer.Write(id);
            writer.WriteUtf8(json.Write(values.Where(pair => !pair.Value.IsEmpty).ToDictionary()));
            writer.EndRow();
        }

        await writer.CompleteAsync();
        return count;
    }

    private static async Task ClearFormerAsync(LeadStudioDbContext db, FieldCatalog catalog, Field field, long from, long to, CancellationToken cancellationToken)
    {
        foreach (var former in catalog.FormerOf(field).Where(former => former.Column.Length > 0))
        {
            var twin = former.IsText ? $", {former.ComparedColumn} = null" : "";
            await db.Sql($"update leads set {former.Column} = null{twin} where id between {from} and {to} and {former.Column} is not null").RunAsync(cancellationToken);
        }
    }
}

/// <summary>What became of a slice.</summary>
/// <param name="Changed">How many leads got another value.</param>
/// <param name="MissingOptions">Options that the choice lacks; with them, nothing was written.</param>
internal sealed record SliceOutcome(long Changed, IReadOnlyCollection<string> MissingOptions);
