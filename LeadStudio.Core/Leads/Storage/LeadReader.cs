using System.Data.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Reads leads through the columns that the catalog names.</summary>
internal static class LeadReader
{
    /// <summary>Reads the current values and all observations of some leads.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that exist, by id.</returns>
    public static async Task<Dictionary<long, LeadState>> LoadAsync(
        LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var states = await LoadProfilesAsync(db, catalog, ids, cancellationToken);
        if (states.Count > 0)
        {
            await EachAsync(db, ids, leads => Observed(leads), row => states.GetValueOrDefault(row.GetInt64(0))?.AddStored(Read(row, catalog)), cancellationToken);
        }

        return states;
    }

    /// <summary>Reads the current values of some leads, without what was said of them.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that exist, by id.</returns>
    public static async Task<Dictionary<long, LeadState>> LoadProfilesAsync(
        LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var states = new Dictionary<long, LeadState>(ids.Count);
        if (ids.Count == 0)
        {
            return states;
        }

        var fields = catalog.Fields.Where(field => field.Column.Length > 0).ToList();
        var columns = string.Join(',', fields.Select(field => field.Column));
        await EachAsync(
            db,
            ids,
            leads => $"select id, company_id, overflow, {columns} from leads where id {leads}",
            row =>
            {
                var state = ReadProfile(row, fields);
                states.Add(state.Id, state);
            },
            cancellationToken);
        return states;
    }

    /// <summary>Reads one value of a row.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="ordinal">The column.</param>
    /// <param name="field">Its field.</param>
    /// <returns>The value.</returns>
    public static FieldValue ReadValue(DbDataReader reader, int ordinal, Field field) =>
        reader.IsDBNull(ordinal) ? FieldValue.Empty
        : field.IsText ? FieldValue.Of(reader.GetString(ordinal))
        : FieldValue.Of(reader.GetDouble(ordinal));

    /// <summary>Reads all observations of some leads, also those that do not count, as the fields of today read them.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="leads">Which leads, as SQL behind their id: <c>between 1 and 9</c>.</param>
    /// <param name="take">Is called with a lead and its next observation, lead by lead, oldest first.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A task that ends when all are read.</returns>
    public static async Task ReadObservationsAsync(
        LeadStudioDbContext db, FieldCatalog catalog, string leads, Action<long, Observation> take, CancellationToken cancellationToken)
    {
        await using var command = db.Sql(Observed(leads));
        await command.EachAsync(row => take(row.GetInt64(0), Read(row, catalog)), cancellationToken);
    }

    // One lead is read often: that statement stays prepared.
    private static async Task EachAsync(
        LeadStudioDbContext db, IReadOnlyCollection<long> ids, Func<string, string> select, Action<DbDataReader> take, CancellationToken cancellationToken)
    {
        if (ids.Count == 1)
        {
            await db.KeptSql(select("= @id"), ("id", ids.First())).EachAsync(take, cancellationToken);
            return;
        }

        await using var command = db.Sql(select($"in ({string.Join(',', ids)})"));
        await command.EachAsync(take, cancellationToken);
    }

    private static string Observed(string leads) =>
        $"""
        select o.lead_id, o.sequence, o.kind, o.source_id, s.priority, coalesce(i.file_name, o.by, s.name), o.import_id, o.line, o.true_at, o.learned_at,
               o.confidence, o.locked, o.status, o.field_values, o.act_id, a.total
        from observations o join sources s on s.id = o.source_id left join imports i on i.id = o.import_id left join acts a on a.id = o.act_id
        where o.lead_id {leads} order by o.lead_id, o.sequence
        """;

    private static LeadState ReadProfile(DbDataReader row, List<Field> fields)
    {
        var state = new LeadState(row.GetInt64(0), isNew: false) { CompanyId = row.LongOrNull(1) };
        foreach (var (field, value) in row.TextOrNull(2) is { } overflow ? FieldValuesJson.Read(overflow) : [])
        {
            state.Set(field, value);
        }

        for (var i = 0; i < fields.Count; i++)
        {
            if (ReadValue(row, i + 3, fields[i]) is { IsEmpty: false } value)
            {
                state.Set(fields[i].Id, value);
            }
        }

        return state;
    }

    private static Observation Read(DbDataReader reader, FieldCatalog catalog) => new()
    {
        Sequence = reader.GetInt64(1),
        Kind = (ObservationKind)reader.GetInt64(2),
        SourceId = (int)reader.GetInt64(3),
        SourcePriority = reader.GetInt32(4),
        SourceName = reader.GetString(5),
        ImportId = reader.LongOrNull(6),
        Line = reader.LongOrNull(7),
        TrueAt = reader.LongOrNull(8),
        LearnedAt = reader.GetInt64(9),
        Confidence = reader.GetDouble(10),
        IsLocked = reader.GetInt64(11) != 0,
        Status = (ObservationStatus)reader.GetInt64(12),
        Values = catalog.Translate(FieldValuesJson.Read(reader.GetString(13))),
        ActId = reader.LongOrNull(14),
        ActLeads = reader.LongOrNull(15),
    };
}
