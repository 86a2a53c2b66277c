using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Facts;

/// <summary>Reads the facts of many leads from the database, only those that are asked for.</summary>
internal static class FactReader
{
    /// <summary>Reads leads in the order of their ids.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="source">The facts.</param>
    /// <param name="keys">The keys of the facts to fill, the others stay missing; null for all.</param>
    /// <param name="where">Which leads, as SQL over the columns of <c>leads</c>; never made of what a user typed.</param>
    /// <param name="row">Is called for each lead with its id, its outcome's code (0 while open) and its facts; the facts are filled anew for the next.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A task that ends when all are read.</returns>
    public static async Task ReadAsync(
        LeadStudioDbContext db,
        LeadFactSource source,
        IReadOnlySet<string>? keys,
        string where,
        Action<long, int, LeadFacts> row,
        CancellationToken cancellationToken = default)
    {
        var columns = source.Columns(keys);
        var list = string.Concat(columns.Select(column => $", {column.Field.ComparedColumn}"));
        var facts = new LeadFacts(source.Facts);
        await using var command = db.Sql($"select id, outcome{list} from leads where {where} order by id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var slot = columns[i].Slot;
                if (slot.Kind == SlotKind.Text)
                {
                    facts.Texts[slot.Index] = reader.TextOrNull(i + 2);
                }
                else
                {
                    facts.Numbers[slot.Index] = reader.NumberOrNaN(i + 2);
                }
            }

            source.Derive(facts, keys);
            row(reader.GetInt64(0), reader.IsDBNull(1) ? 0 : (int)reader.GetDouble(1), facts);
        }
    }
}
