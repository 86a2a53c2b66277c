using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import;

internal sealed class ImportService(
    IDatabase database,
    IFieldCatalog fields,
    ICompanyStore companies,
    MappingMemory memory,
    ForeignIds foreign,
    ImportFiles files,
    IWorkQueue queue,
    LeadJournal journal,
    IEventBus bus,
    ImportLimits limits,
    TimeProvider time) : IImports
{
    private const int LongestFileName = 200;

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    public async Task<Result<ImportJob>> UploadAsync(Stream content, string fileName, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(by);
        var (stored, size) = await files.StoreAsync(content, limits.MaximumBytes, cancellationToken);
        if (stored is null)
        {
            return new FileTooLarge(limits.MaximumBytes);
        }

        Result<CsvDialect> dialect;
        await using (var file = files.Open(stored))
        {
            dialect = CsvDialectDetector.Detect(file);
        }

        if (!dialect.IsSuccess)
        {
            files.Delete(stored);
            return dialect.Error;
        }

        var job = new ImportJob
        {
            FileName = Shown(fileName),
            StoredName = stored,
            Size = size,
            Status = ImportStatus.Uploaded,
            Dialect = JsonSerializer.Serialize(dialect.Value),
            By = by.Name,
            UploadedAt = Now,
        };
        await database.WriteAsync(
            async db =>
            {
                db.Add(job);
                await db.SaveChangesAsync(cancellationToken);
                new Deed(by, "import.uploaded", FormattableString.Invariant($"{job.Id}"), job.FileName).AddTo(db, job.UploadedAt);
                return job.Id;
            },
            cancellationToken);
        return job;
    }

    public async Task<Result<ImportAnalysis>> AnalyzeAsync(
        long id, CsvDialect? dialect = null, ImportSubject? about = null, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var job = found.Value;
        if (job.Status != ImportStatus.Uploaded || !files.Exists(job.StoredName))
        {
            return new ImportNotReady("This import was started already.");
        }

        if (dialect is not null)
        {
            var json = JsonSerializer.Serialize(dialect);
            await database.WriteAsync(
                db => db.Set<ImportJob>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(import => import.Dialect, json), cancellationToken),
                cancellationToken);
        }

        var known = await KnownAsync(cancellationToken);
        await using var file = files.Open(job.StoredName);
        var result = Analyze(about);
        if (!result.IsSuccess)
        {
            return result;
        }

        var analysis = await foreign.SetAsideAsync(result.Value, file, cancellationToken);
        var past = await memory.FindAsync(analysis, cancellationToken);
        if (past is null || (about is not null && about != past.ReadMapping().About))
        {
            return analysis;
        }

        var subject = past.ReadMapping().About;
        analysis = subject == analysis.About ? analysis : Analyze(subject).Value ?? analysis;
        return analysis with { Remembered = MappingMemory.Apply(past, analysis, known) };

        Result<ImportAnalysis> Analyze(ImportSubject? subject) =>
            ImportAnalyzer.Analyze(file, dialect ?? job.ReadDialect(), known, subject, limits.RowsAnalyzed, cancellationToken);
    }

    public async Task<Result<ImportJob>> StartAsync(long id, ImportMapping mapping, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var found = await GetAsync(id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var job = found.Value;
        if (job.Status != ImportStatus.Uploaded || !files.Exists(job.StoredName))
        {
            return new ImportNotReady("This import was started already. Upload the file again to import it once more.");
        }

        if (MappingRules.FirstProblem(mapping, await KnownAsync(cancellationToken)) is { } problem)
        {
            return new MappingRefused(problem);
        }

        var by = new Actor(ActorKind.Person, job.By);
        var added = mapping.About == ImportSubject.Companies
            ? await AddCompanyFieldsAsync(mapping, by, cancellationToken)
            : await AddFieldsAsync(mapping, by, cancellationToken);
        var resolved = added.ToJson();
        await database.WriteAsync(
            async db =>
            {
                var source = await SourceNames.IdOfAsync(db, mapping.SourceName.Trim(), cancellationToken);
                var now = Now;
                return await db.Set<ImportJob>().Where(row => row.Id == id && row.Status == ImportStatus.Uploaded).ExecuteUpdateAsync(
                    row => row
                        .SetProperty(import => import.Status, ImportStatus.Queued)
                        .SetProperty(import => import.Mapping, resolved)
                        .SetProperty(import => import.SourceId, source)
                        .SetProperty(import => import.StartedAt, now),
                    cancellationToken);
            },
            cancellationToken);
        return await TellAsync(id, cancellationToken);
    }

    public async Task<Result<ImportJob>> ResumeAsync(long id, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (found.Value.Status is not (ImportStatus.Failed or ImportStatus.Cancelled) || found.Value.Mapping is null || !files.Exists(found.Value.StoredName))
        {
            return new ImportNotReady("This import cannot go on. Upload the file again: rows that are known already stay unchanged.");
        }

        await database.WriteAsync(
            db => db.Set<ImportJob>()
                .Where(row => row.Id == id && (row.Status == ImportStatus.Failed || row.Status == ImportStatus.Cancelled))
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(import => import.Status, ImportStatus.Queued)
                        .SetProperty(import => import.FinishedAt, (long?)null)
                        .SetProperty(import => import.Error, (string?)null),
                    cancellationToken),
            cancellationToken);
        return await TellAsync(id, cancellationToken);
    }

    public async Task<Result<ImportJob>> CancelAsync(long id, CancellationToken cancellationToken = default)
    {
        var now = Now;
        await database.WriteAsync(
            async db =>
            {
                var jobs = db.Set<ImportJob>().Where(row => row.Id == id);
                var stopped = await jobs.Where(row => row.Status == ImportStatus.Queued || row.Status == ImportStatus.Running).ExecuteUpdateAsync(
                    row => row.SetProperty(import => import.Status, ImportStatus.Cancelled).SetProperty(import => import.FinishedAt, now), cancellationToken);
                if (stopped == 1)
                {
                    await journal.AddEndAsync(db, id);
                }

                // One that was never started did not end.
                return stopped + await jobs.Where(row => row.Status == ImportStatus.Uploaded).ExecuteUpdateAsync(
                    row => row.SetProperty(import => import.Status, ImportStatus.Cancelled).SetProperty(import => import.FinishedAt, now), cancellationToken);
            },
            cancellationToken);
        return await TellAsync(id, cancellationToken);
    }

    public async Task<Result<ImportJob>> GetAsync(long id, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(db => db.Set<ImportJob>().SingleOrDefaultAsync(import => import.Id == id, cancellationToken), cancellationToken)
            is { } job ? job : new ImportNotFound(id);

    public Task<IReadOnlyList<ImportJob>> ListAsync(long? olderThan = null, int count = 50, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ImportJob>>(
            async db => await db.Set<ImportJob>()
                .Where(import => olderThan == null || import.Id < olderThan)
                .OrderByDescending(import => import.Id)
                .Take(count)
                .ToListAsync(cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<RejectReason>> RejectReasonsAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(db => RejectedRows.ReasonsAsync(db, id, cancellationToken), cancellationToken);

    public async Task<Result<long>> RejectsCsvAsync(long id, Stream target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var found = await GetAsync(id, cancellationToken);
        return found.IsSuccess
            ? await database.ReadAsync(db => RejectedRows.WriteAsync(db, found.Value, target, cancellationToken), cancellationToken)
            : found.Error;
    }

    // Paths and control characters have no place in a name that is only shown.
    private static string Shown(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = string.Concat(name.Where(character => !char.IsControl(character))).Trim();
        return text.Length == 0 ? "upload.csv" : text.Length <= LongestFileName ? text : text[..LongestFileName];
    }

    private async Task<KnownFields> KnownAsync(CancellationToken cancellationToken) =>
        new(await fields.GetAsync(cancellationToken), await companies.FieldsAsync(cancellationToken));

    private async Task<ImportMapping> AddCompanyFieldsAsync(ImportMapping mapping, Actor by, CancellationToken cancellationToken)
    {
        var columns = new List<ColumnMapping>();
        foreach (var column in mapping.Columns)
        {
            var field = column.Use == ColumnUse.NewField
                ? (await companies.AddFieldAsync(column.Label ?? column.Name, column.Type, by, cancellationToken)).Value
                : null;
            columns.Add(field is null ? column : column with { Use = ColumnUse.Field, Field = field.Key });
        }

        return mapping with { Columns = columns };
    }

    private async Task<ImportMapping> AddFieldsAsync(ImportMapping mapping, Actor by, CancellationToken cancellationToken)
    {
        mapping = MappingRules.WithKnownFields(mapping, await fields.GetAsync(cancellationToken));
        var wanted = mapping.Columns.Where(column => column.Use == ColumnUse.NewField).ToList();
        if (wanted.Count == 0)
        {
            return mapping;
        }

        var added = new Queue<Field>(await fields.AddAsync(
            [.. wanted.Select(column => new NewField(column.Label ?? column.Name, column.Type))], by, cancellationToken));
        return mapping with
        {
            Columns = [.. mapping.Columns.Select(column =>
                column.Use == ColumnUse.NewField ? column with { Use = ColumnUse.Field, Field = added.Dequeue().Key } : column)],
        };
    }

    private async Task<Result<ImportJob>> TellAsync(long id, CancellationToken cancellationToken)
    {
        var job = await GetAsync(id, cancellationToken);
        if (job.IsSuccess)
        {
            queue.Wake(ImportRunner.Queue);
            bus.Publish(new ImportProgressed(id, job.Value.Status));
        }

        return job;
    }
}
