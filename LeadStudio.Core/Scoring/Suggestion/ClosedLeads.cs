using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>A sample of the closed leads, from which rules are learned.</summary>
/// <param name="Table">Their facts.</param>
/// <param name="Won">The outcome of each.</param>
/// <param name="Sources">The source that each first came from, as numbers from 0.</param>
internal sealed record ClosedLeads(FactTable Table, bool[] Won, int[] Sources)
{
    // So many closed leads say all that more of them would.
    private const int Sample = 50_000;

    /// <summary>Chooses the sample.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>SQL over the columns of <c>leads</c>.</returns>
    public static async Task<string> ChooseAsync(LeadStudioDbContext db, CancellationToken cancellationToken)
    {
        var closed = await db.Sql("select count(*) from leads where outcome is not null").NumberAsync(cancellationToken);
        var stride = Math.Max(1, closed / Sample);
        return stride == 1 ? "outcome is not null" : $"outcome is not null and id % {stride} = 0";
    }

    /// <summary>Reads the sample.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="source">The facts.</param>
    /// <param name="where">The sample, as <see cref="ChooseAsync"/> gives it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The leads.</returns>
    public static async Task<ClosedLeads> ReadAsync(LeadStudioDbContext db, LeadFactSource source, string where, CancellationToken cancellationToken)
    {
        var firsts = await db.Sql(
                $"""
                select o.lead_id, o.source_id, o.import_id from observations o
                where o.lead_id in (select id from leads where {where})
                    and o.sequence = (select min(f.sequence) from observations f where f.lead_id = o.lead_id and f.status <> {(int)ObservationStatus.Withdrawn})
                """)
            .ListAsync(reader => (Lead: reader.GetInt64(0), Source: (reader.GetInt64(1), reader.LongOrNull(2))), cancellationToken);
        var sourceOf = firsts.ToDictionary(first => first.Lead, first => first.Source);
        var numbers = new Dictionary<(long, long?), int>();
        var builder = new FactTableBuilder(source.Facts);
        var won = new List<bool>();
        var sources = new List<int>();
        await FactReader.ReadAsync(
            db,
            source,
            keys: null,
            where,
            (id, outcome, facts) =>
            {
                builder.Add(facts);
                won.Add(outcome == StandardFields.Won);
                var key = sourceOf.GetValueOrDefault(id);
                numbers.TryAdd(key, numbers.Count);
                sources.Add(numbers[key]);
            },
            cancellationToken);
        return new(builder.Build(), [.. won], [.. sources]);
    }

    /// <summary>Reads how texts of the sample are spelled.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="source">The facts.</param>
    /// <param name="where">The sample.</param>
    /// <param name="spellings">Knows the fields, and counts.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A task that ends when all are read.</returns>
    public static async Task CountAsync(LeadStudioDbContext db, LeadFactSource source, string where, Spellings spellings, CancellationToken cancellationToken)
    {
        var fields = source.Columns(spellings.Fields);
        if (fields.Count == 0)
        {
            return;
        }

        await using var command = db.Sql($"select {string.Join(", ", fields.Select(field => field.Field.Column))} from leads where {where}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < fields.Count; column++)
            {
                if (reader.TextOrNull(column) is { } text)
                {
                    spellings.Count(fields[column].Field.Key, text);
                }
            }
        }
    }
}
