using System.Threading.Channels;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Companies;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Runs one import: one thread reads and converts, another writes.</summary>
internal sealed class ImportWork(
    IDatabase database,
    IFieldCatalog fields,
    ILeadRecorder recorder,
    CompanyImport companies,
    ListIndexes indexes,
    ImportFiles files,
    IEventBus bus,
    ImportLimits limits,
    TimeProvider time)
{
    private const int ChunksAhead = 3;
    private const int ChunksPerTransaction = 6;
    private static readonly TimeSpan s_betweenNews = TimeSpan.FromMilliseconds(250);

    /// <summary>Imports what is left of a file.</summary>
    /// <param name="job">The import, as its last chunk left it.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    /// <returns>Whether the end of the file was reached; not when a person stopped it.</returns>
    public Task<bool> RunAsync(ImportJob job, CancellationToken cancellationToken) => job.ReadMapping().About switch
    {
        ImportSubject.People => RunPeopleAsync(job, cancellationToken),
        ImportSubject.Companies => companies.RunAsync(job, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown subject of import {job.Id}."),
    };

    private async Task<bool> RunPeopleAsync(ImportJob job, CancellationToken cancellationToken)
    {
        if (job.ReadMapping().MatchesPhoneAndName)
        {
            await indexes.EnsureAsync(StandardFields.Phone, await fields.GetAsync(cancellationToken), cancellationToken);
        }

        await BulkMode.SetAsync(database, isOn: true, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<ImportChunk>(new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(job, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            return await WriteAsync(job, chunks.Reader, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
            while (chunks.Reader.TryRead(out var left))
            {
                left.Dispose();
            }

            await BulkMode.SetAsync(database, isOn: false, CancellationToken.None);
        }
    }

    private async Task ReadAsync(ImportJob job, ChannelWriter<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await using var file = files.Open(job.StoredName);
            var mapping = job.ReadMapping();
            var reader = await ChunkReader.OpenAsync(job, fields, file, limits.RowsPerChunk, cancellationToken);
            while (await reader.ReadAsync(cancellationToken) is { } chunk)
            {
                chunk.Prepared = recorder.Prepare(BatchOf(job, mapping, chunk));
                await chunks.WriteAsync(chunk, cancellationToken);
            }
        }
#pragma warning disable CA1031 // Whoever takes the chunks gets the failure in their place.
        catch (Exception caught)
#pragma warning restore CA1031
        {
            failure = caught;
        }

        chunks.Complete(failure);
    }

    private async Task<bool> WriteAsync(ImportJob job, ChannelReader<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        var lastNews = time.GetTimestamp();
        while (await chunks.WaitToReadAsync(cancellationToken))
        {
            var written = await database.WriteAsync(db => WriteChunksAsync(db, job, chunks, cancellationToken), cancellationToken);
            if (written is null)
            {
                return false;
            }

            written.ForEach(recorder.Announce);
            if (time.GetElapsedTime(lastNews) >= s_betweenNews)
            {
                lastNews = time.GetTimestamp();
                bus.Publish(new ImportProgressed(job.Id, ImportStatus.Running));
            }
        }

        return true;
    }

    // As many chunks as are ready: each transaction writes the pages of the indexes once, however many of its rows fall into them.
    private async Task<List<BatchResult>?> WriteChunksAsync(
        LeadStudioDbContext db, ImportJob job, ChannelReader<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        if (!await ImportTally.HoldAsync(db, job.Id, cancellationToken))
        {
            return null;
        }

        var results = new List<BatchResult>();
        while (results.Count < ChunksPerTransaction && chunks.TryRead(out var chunk))
        {
            using (chunk)
            {
                results.Add(await WriteChunkAsync(db, job, chunk, cancellationToken));
            }
        }

        return results;
    }

    private async Task<BatchResult> WriteChunkAsync(LeadStudioDbContext db, ImportJob job, ImportChunk chunk, CancellationToken cancellationToken)
    {
        var result = await recorder.RecordAsync(db, chunk.Prepared, cancellationToken);
        var counts = new long[4];
        for (var row = 0; row < result.Rows.Count; row++)
        {
            counts[(int)result.Rows[row].Outcome]++;
            if (result.Rows[row].Problem is { } problem)
            {
                chunk.Rejects.Add(ChunkReader.Reject(job.Id, chunk.Rows[row].Line, problem, chunk.CellsOf(row)));
            }
        }

        await ImportTally.AddAsync(
            db,
            job.Id,
            new(chunk.RowsDone, chunk.BytesDone, counts[(int)RowOutcome.Created], counts[(int)RowOutcome.Updated], counts[(int)RowOutcome.Unchanged]),
            chunk.Rejects,
            cancellationToken);
        return result;
    }

    private ObservationBatch BatchOf(ImportJob job, ImportMapping mapping, ImportChunk chunk) => new()
    {
        Kind = ObservationKind.Import,
        SourceId = job.SourceId,
        ImportId = job.Id,
        LearnedAt = UtcMicroseconds.From(time.GetUtcNow()),
        IsEcho = mapping.SourceName == Source.ExportName,
        KnownLeads = mapping.KnownLeads,
        TakesUnidentified = mapping.TakesUnidentified,
        MatchesPhoneAndName = mapping.MatchesPhoneAndName,
        Clearing = chunk.Clearing,
        Fields = chunk.Fields,
        Catalog = chunk.Catalog,
        Rows = chunk.Rows,
    };
}
