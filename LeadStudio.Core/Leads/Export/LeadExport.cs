using System.Globalization;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Core.Leads.Export;

internal sealed class LeadExport(ILeadList list, IFieldCatalog fields) : ILeadExport
{
    private const int RowsAtOnce = 1_000;

    private static readonly string[] s_always =
        [StandardFields.FirstName, StandardFields.LastName, StandardFields.Company, StandardFields.Email, StandardFields.ExternalId];

    public async Task<long> WriteCsvAsync(LeadQuery query, IReadOnlyList<Field> columns, Stream target, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var written = Written(catalog, columns);

        // The writer is synchronous, and a web server's stream must not be.
        using var buffer = new MemoryStream();
        var writer = new CsvWriter(buffer, CsvOwnFile.Dialect, guardFormulas: true);
        writer.Write([CsvOwnFile.Score, CsvOwnFile.Band, .. written.Select(field => field.Label)]);
        await SendAsync();
        var count = 0L;
        foreach (var part in (await list.IdsAsync(query, cancellationToken)).Chunk(RowsAtOnce))
        {
            var rows = await list.RowsAsync(query, part, written, cancellationToken);
            foreach (var row in rows)
            {
                writer.Write([
                    row.Score.ToString(CultureInfo.InvariantCulture), row.Band.ToString(), .. written.Select(field => ExportCells.Text(catalog, field, row[field]))]);
            }

            count += rows.Count;
            await SendAsync();
        }

        return count;

        async Task SendAsync()
        {
            await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            buffer.SetLength(0);
        }
    }

    // The instant or value of an outcome says nothing without the outcome. When a lead was changed last is LeadStudio's own to say.
    private static List<Field> Written(FieldCatalog catalog, IReadOnlyList<Field> columns)
    {
        var isClosing = columns.Any(field => field.Key is StandardFields.OutcomeAt or StandardFields.OutcomeValue);
        return [
            .. s_always.Select(key => catalog[key])
                .Concat(columns)
                .Concat(isClosing ? [catalog[StandardFields.Outcome]] : [])
                .Where(field => field.Key != StandardFields.UpdatedAt)
                .DistinctBy(field => field.Id)];
    }
}
