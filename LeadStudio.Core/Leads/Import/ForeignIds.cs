using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Notices ids that are not those of the leads that are here: a system numbers its leads, its contacts and its users each from one.</summary>
internal sealed class ForeignIds(IDatabase database)
{
    // Fewer rows may have got new addresses.
    private const int FewestRows = 3;
    private const int RowsLookedAt = 5_000;
    private const int KeysPerQuery = 1_000;

    /// <summary>Leaves the recognition to the e-mail address where the ids mostly belong to leads with other addresses.</summary>
    /// <param name="analysis">What a file of people seems to hold.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The same, or with a field of its own for the ids.</returns>
    public async Task<ImportAnalysis> SetAsideAsync(ImportAnalysis analysis, Stream file, CancellationToken cancellationToken)
    {
        var (id, email) = (ColumnOf(analysis, StandardFields.ExternalId), ColumnOf(analysis, StandardFields.Email));
        if (analysis.About != ImportSubject.People || id < 0 || email < 0)
        {
            return analysis;
        }

        var rows = Read(file, analysis.Dialect, id, email, cancellationToken);
        var (known, others) = (0, 0);
        foreach (var slice in rows.Chunk(KeysPerQuery))
        {
            foreach (var (key, here) in await AddressesAsync([.. slice.Select(row => row.Key)], cancellationToken))
            {
                known++;
                others += rows[key] == here ? 0 : 1;
            }
        }

        if (known < FewestRows || others <= known / 2)
        {
            return analysis;
        }

        var guess = analysis.Columns[id];
        return analysis with
        {
            Columns = [.. analysis.Columns.Select(column => column == guess ? guess with { Mapping = guess.Mapping with { Use = ColumnUse.NewField, Field = null } } : column)],
            Hint = $"The ids in \"{guess.Mapping.Name}\" belong to leads with other e-mail addresses here, so they count something else. They become a field of their own, "
                + "and leads are recognised by e-mail address." + (analysis.Hint is null ? "" : $" {analysis.Hint}"),
        };
    }

    private static int ColumnOf(ImportAnalysis analysis, string field) =>
        analysis.Columns.ToList().FindIndex(column => column.Mapping.Use == ColumnUse.Field && column.Mapping.Field == field);

    private static Dictionary<string, string> Read(Stream file, CsvDialect dialect, int id, int email, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var reader = CsvReader.Open(file, dialect, CsvRowRepair.Learn(file, dialect), cancellationToken);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.RowNumber < RowsLookedAt && reader.Read(cancellationToken))
        {
            if (reader.Damage == CsvDamage.None && EmailAddress.KeyOf(reader[email].Trim().ToString()) is { } address && Folding.Fold(reader[id].ToString()) is { Length: > 0 } key)
            {
                rows.TryAdd(key, address);
            }
        }

        return rows;
    }

    private Task<List<(string Key, string Address)>> AddressesAsync(string[] keys, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.Sql(
                $"select external_key, email_key from leads where email_key is not null and external_key {IdsSql.Among(database.Kind)}", ("ids", IdsSql.Value(database.Kind, keys)))
                .ListAsync(reader => (reader.GetString(0), reader.GetString(1)), cancellationToken),
            cancellationToken);
}
