using System.Globalization;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class FieldFigureCounts : IFieldFigures, IDisposable
{
    private const int TopValues = 10;

    // One read at a time sees so many leads, so that no transaction stays open for long.
    private const int Range = 50_000;

    private readonly IDatabase _database;
    private readonly IFieldCatalog _fields;
    private readonly TimeProvider _time;
    private readonly BackgroundCount _count;
    private FieldFigureSet? _last;

    public FieldFigureCounts(IDatabase database, IFieldCatalog fields, IEventBus bus, TimeProvider time, ILogger<FieldFigureCounts> logger)
    {
        (_database, _fields, _time) = (database, fields, time);
        _count = new(bus, time, logger, CountAsync, () => bus.Publish(new FieldsChanged()));
    }

    public bool IsCounting => _count.IsRunning;

    public async Task<FieldFigureSet?> GetAsync(bool isForced = false, CancellationToken cancellationToken = default)
    {
        _ = _count.Start(isForced); // nobody waits for it
        return _last ??= await LoadAsync(cancellationToken);
    }

    /// <summary>Counts, and returns with the end of it.</summary>
    internal Task RunAsync() => _count.Start(isForced: true);

    public void Dispose() => _count.Dispose();

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var catalog = await _fields.GetAsync(cancellationToken);
        var fields = catalog.Fields.Where(field => field.Column.Length > 0).ToList();
        var tallies = fields.ConvertAll(_ => new ValueTally());
        var said = new Dictionary<(int Source, int Field), long>();
        var last = await _database.ReadAsync(db => db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken), cancellationToken);
        var leads = 0L;
        for (var from = 1L; from <= last; from += Range)
        {
            var (first, end) = (from, from + Range - 1);
            leads += await _database.ReadAsync(db => CountValuesAsync(db, fields, tallies, first, end, cancellationToken), cancellationToken);
            await _database.ReadAsync(db => CountSourcesAsync(db, catalog, said, first, end, cancellationToken), cancellationToken);
        }

        var names = await _database.ReadAsync(
            db => db.Sql("select id, name from sources").ListAsync(reader => (Id: reader.GetInt32(0), Name: reader.GetString(1)), cancellationToken), cancellationToken);
        var sources = said.ToLookup(pair => pair.Key.Field, pair => new SourceCount(pair.Key.Source, names.Find(name => name.Id == pair.Key.Source).Name ?? "", pair.Value));
        var figures = fields.Select((field, index) => tallies[index].Build(
            field.Id, field.Key is StandardFields.Email or StandardFields.ExternalId ? 0 : TopValues, [.. sources[field.Id].OrderByDescending(source => source.Observations)]));
        await StoreAsync(new(UtcMicroseconds.From(_time.GetUtcNow()), leads, [.. figures]), cancellationToken);
    }

    private static async Task<long> CountValuesAsync(
        LeadStudioDbContext db, List<Field> fields, List<ValueTally> tallies, long from, long to, CancellationToken cancellationToken)
    {
        var leads = 0L;
        await using var command = db.Sql($"select {string.Join(',', fields.Select(field => field.Column))} from leads where id between {from} and {to}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            leads++;
            for (var i = 0; i < fields.Count; i++)
            {
                tallies[i].Add(fields[i], LeadReader.ReadValue(reader, i, fields[i]));
            }
        }

        return leads;
    }

    private static async Task<bool> CountSourcesAsync(
        LeadStudioDbContext db, FieldCatalog catalog, Dictionary<(int Source, int Field), long> said, long from, long to, CancellationToken cancellationToken)
    {
        await using var command = db.Sql($"select source_id, field_values from observations where status = 0 and lead_id between {from} and {to}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var source = (int)reader.GetInt64(0);
            foreach (var id in Names(Encoding.UTF8.GetBytes(reader.GetString(1))))
            {
                var field = catalog.Find(id) is { } known ? catalog.RootOf(known).Id : id;
                said[(source, field)] = said.GetValueOrDefault((source, field)) + 1;
            }
        }

        return true;
    }

    private static List<int> Names(byte[] json)
    {
        var names = new List<int>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(int.Parse(reader.ValueSpan, CultureInfo.InvariantCulture));
            }
        }

        return names;
    }

    private async Task<FieldFigureSet?> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await _database.ReadAsync(db => db.Set<FieldFiguresRow>().SingleOrDefaultAsync(cancellationToken), cancellationToken);
        return row is null ? null : JsonSerializer.Deserialize<FieldFigureSet>(row.Figures);
    }

    private async Task StoreAsync(FieldFigureSet figures, CancellationToken cancellationToken)
    {
        await _database.WriteAsync(
            async db =>
            {
                var row = await db.Set<FieldFiguresRow>().AsTracking().SingleOrDefaultAsync(cancellationToken) ?? db.Add(new FieldFiguresRow { Figures = "" }).Entity;
                (row.AsOf, row.Figures) = (figures.AsOf, JsonSerializer.Serialize(figures));
                return true;
            },
            cancellationToken);
        _last = figures;
    }
}
