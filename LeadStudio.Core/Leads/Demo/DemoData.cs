using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Demo;

internal sealed class DemoData(IDatabase database, IFieldCatalog fields, ILeadRecorder recorder, TimeProvider time) : IDemoData, IDisposable
{
    private const int Seed = 2026;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(db => IsEmptyAsync(db, cancellationToken), cancellationToken);

    public async Task<Result<int>> LoadAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!await IsEmptyAsync(cancellationToken))
            {
                return new LeadsPresent();
            }

            var now = time.GetUtcNow();
            var batches = new DemoBatches(await ExtendCatalogAsync(cancellationToken), now).Of(new DemoGenerator(Seed, now).Generate());
            return await RecordAsync(batches, progress, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<bool> IsEmptyAsync(LeadStudioDbContext db, CancellationToken cancellationToken) =>
        await db.Sql("select count(*) from (select id from leads limit 1) as present").NumberAsync(cancellationToken) == 0;

    // One transaction: a database with half of the demo data could neither be completed nor be told from a real one.
    private async Task<Result<int>> RecordAsync(
        IReadOnlyList<ObservationBatch> batches, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var created = 0;
        var (first, last) = (long.MaxValue, 0L);
        var isDone = await database.WriteAsync(
            async db =>
            {
                if (!await IsEmptyAsync(db, cancellationToken))
                {
                    return false;
                }

                for (var i = 0; i < batches.Count; i++)
                {
                    var result = await recorder.RecordAsync(db, batches[i], cancellationToken);
                    created += result.Rows.Count(row => row.Outcome == RowOutcome.Created);
                    (first, last) = (Math.Min(first, result.Changed?.FromId ?? first), Math.Max(last, result.Changed?.ToId ?? last));
                    db.ChangeTracker.Clear(); // else each batch would look through the work of all batches before it
                    progress?.Report((i + 1.0) / batches.Count);
                }

                return true;
            },
            cancellationToken);
        if (!isDone)
        {
            return new LeadsPresent();
        }

        recorder.Announce(new BatchResult([], new LeadsChanged(created, [], first, last)));
        return created;
    }

    private async Task<FieldCatalog> ExtendCatalogAsync(CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var missing = DemoFields.Added.Where(field => catalog.Find(FieldKey.From(field.Label)) is null).ToList();
        if (missing.Count > 0)
        {
            await fields.AddAsync(missing, Actor.System, cancellationToken);
            catalog = await fields.GetAsync(cancellationToken);
        }

        foreach (var (key, labels) in DemoFields.Options)
        {
            catalog = await fields.AddOptionsAsync(catalog[key], [.. labels], cancellationToken);
        }

        return catalog;
    }
}
