using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Reads a file chunk by chunk, ready to be written.</summary>
internal sealed class ChunkReader
{
    private readonly ImportJob _job;
    private readonly IFieldCatalog _fields;
    private readonly Stream _file;
    private readonly CsvReader _reader;
    private readonly int _rowsPerChunk;
    private FieldCatalog _catalog;
    private RowConverter _converter;

    private ChunkReader(ImportJob job, IFieldCatalog fields, FieldCatalog catalog, Stream file, int rowsPerChunk, CancellationToken cancellationToken)
    {
        (_job, _fields, _catalog, _file, _rowsPerChunk) = (job, fields, catalog, file, rowsPerChunk);
        var dialect = job.ReadDialect();
        _reader = CsvReader.Open(file, dialect, CsvRowRepair.Learn(file, dialect), cancellationToken);
        _converter = new RowConverter(job.ReadMapping(), catalog);
    }

    /// <summary>Opens a file behind the rows that are done.</summary>
    public static async Task<ChunkReader> OpenAsync(
        ImportJob job, IFieldCatalog fields, Stream file, int rowsPerChunk, CancellationToken cancellationToken)
    {
        var reader = new ChunkReader(job, fields, await fields.GetAsync(cancellationToken), file, rowsPerChunk, cancellationToken);
        while (reader._reader.RowNumber < job.Rows && reader._reader.Read(cancellationToken))
        {
        }

        return reader;
    }

    /// <summary>Reads the next rows, and adds the options that they need.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows, or null at the end of the file.</returns>
    public async Task<ImportChunk?> ReadAsync(CancellationToken cancellationToken)
    {
        var chunk = new ImportChunk { Catalog = _catalog, Fields = _converter.Fields, Clearing = _converter.Clearing };
        while (chunk.Rows.Count + chunk.Rejects.Count < _rowsPerChunk && _reader.Read(cancellationToken))
        {
            if (_converter.Convert(_reader, out var row) is { } problem)
            {
                chunk.Rejects.Add(Reject(_job.Id, _reader.LineNumber, problem, CellsOf(_reader)));
            }
            else if (row is not null)
            {
                chunk.Keep(_reader);
                chunk.Rows.Add(row);
            }
        }

        if (chunk.Rows.Count + chunk.Rejects.Count == 0)
        {
            chunk.Dispose();
            return null;
        }

        await AddOptionsAsync(chunk, cancellationToken);
        (chunk.RowsDone, chunk.BytesDone) = (_reader.RowNumber, _file.Position);
        return chunk;
    }

    public static ImportReject Reject(long import, long line, RowProblem problem, string[] cells) =>
        new() { ImportId = import, Line = line, Code = problem.Code, Reason = problem.Message, Cells = JsonSerializer.Serialize(cells) };

    public static string[] CellsOf(CsvReader row)
    {
        var cells = new string[row.FieldCount];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = row[column].ToString();
        }

        return cells;
    }

    private async Task AddOptionsAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        var waiting = _converter.OptionReaders.Where(pair => pair.Reader.Options.Pending.Count > 0).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        foreach (var (_, reader) in waiting)
        {
            _catalog = await _fields.AddOptionsAsync(reader.Options.Field, reader.Options.Pending, cancellationToken);
        }

        foreach (var (index, reader) in waiting)
        {
            foreach (var row in chunk.Rows)
            {
                row.Values[index] = reader.Settle(row.Values[index], _catalog);
            }
        }

        chunk.Catalog = _catalog;
        _converter = new RowConverter(_job.ReadMapping(), _catalog);
    }
}
