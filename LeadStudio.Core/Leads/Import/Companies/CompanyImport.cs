using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Runs the import of one file of companies, chunk by chunk.</summary>
internal sealed class CompanyImport(
    IDatabase database, CompanyChunkWriter writer, CompanyCounts counts, ImportFiles files, IEventBus bus, ImportLimits limits)
{
    /// <summary>Imports what is left of a file, and links the leads that name one of its companies by id.</summary>
    /// <param name="job">The import, as its last chunk left it.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    /// <returns>Whether the end of the file was reached; not when a person stopped it.</returns>
    public async Task<bool> RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var mapping = job.ReadMapping();
        var fields = await database.ReadAsync(db => db.Set<CompanyField>().ToListAsync(cancellationToken), cancellationToken);
        await using var file = files.Open(job.StoredName);
        var dialect = job.ReadDialect();
        var csv = CsvReader.Open(file, dialect, CsvRowRepair.Learn(file, dialect), cancellationToken);
        while (csv.RowNumber < job.Rows && csv.Read(cancellationToken))
        {
        }

        var reader = new CompanyRowReader(mapping, fields);
        while (Next(job.Id, csv, reader, cancellationToken) is { } chunk)
        {
            var done = (Rows: csv.RowNumber, Bytes: file.Position);
            if (!await database.WriteAsync(db => writer.WriteAsync(db, job, mapping, chunk, done, cancellationToken), cancellationToken))
            {
                return false;
            }

            bus.Publish(new CompaniesChanged());
            bus.Publish(new ImportProgressed(job.Id, ImportStatus.Running));
        }

        await LinkLeadsAsync(cancellationToken);
        _ = counts.Start(isForced: true); // nobody waits for it
        return true;
    }

    private CompanyChunk? Next(long import, CsvReader csv, CompanyRowReader reader, CancellationToken cancellationToken)
    {
        var chunk = new CompanyChunk([], []);
        while (chunk.Rows.Count + chunk.Rejects.Count < limits.RowsPerChunk && csv.Read(cancellationToken))
        {
            if (reader.Read(csv, out var row) is { } problem)
            {
                chunk.Rejects.Add(ChunkReader.Reject(import, csv.LineNumber, problem, ChunkReader.CellsOf(csv)));
            }
            else if (row is not null)
            {
                chunk.Rows.Add(row);
            }
        }

        return chunk.Rows.Count + chunk.Rejects.Count == 0 ? null : chunk;
    }

    // In ranges: other writers wait for each.
    private async Task LinkLeadsAsync(CancellationToken cancellationToken)
    {
        var last = await database.ReadAsync(db => db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken), cancellationToken);
        for (var from = 1L; from <= last; from += ImportedLeads.Window)
        {
            var (first, end) = (from, from + ImportedLeads.Window - 1);
            await database.WriteAsync(
                db => db.Sql(
                    """
                    update leads set company_id = (select c.id from companies c where c.external_key = leads.company_ref_key)
                    where id between @from and @to and company_ref_key is not null and exists (
                        select 1 from companies c where c.external_key = leads.company_ref_key and c.id <> coalesce(leads.company_id, 0))
                    """,
                    ("from", first),
                    ("to", end)).RunAsync(cancellationToken),
                cancellationToken);
        }
    }
}

/// <summary>Rows about companies that are written in one transaction.</summary>
/// <param name="Rows">Those that could be read.</param>
/// <param name="Rejects">Those that could not.</param>
internal sealed record CompanyChunk(List<CompanyRow> Rows, List<ImportReject> Rejects);
