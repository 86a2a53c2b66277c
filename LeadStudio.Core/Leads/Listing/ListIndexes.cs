using System.Collections.Concurrent;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Builds indexes in the background, one at a time, when a column is first sorted or filtered by.</summary>
/// <remarks>
/// Few leads need none. On SQLite building one holds up the writers: 1 s for a million leads of 40 fields. Measured on two cores.
/// </remarks>
internal sealed partial class ListIndexes(IDatabase database, ListLimits limits, ILogger<ListIndexes> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _builds = new(StringComparer.Ordinal);
    private HashSet<string>? _known;
    private bool _areMany;

    /// <summary>Says whether indexes are there, or not needed; and starts to build those that are missing.</summary>
    /// <param name="db">The context.</param>
    /// <param name="indexes">The indexes.</param>
    /// <param name="cancellationToken">Stops the question, not the building.</param>
    /// <returns>The names of those that are missing.</returns>
    public async Task<IReadOnlySet<string>> MissingAsync(LeadStudioDbContext db, IEnumerable<ListIndex> indexes, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        if (!_areMany && !(_areMany = await db.Sql($"select count(*) from (select 1 from leads limit {limits.LeadsWithoutIndex + 1}) x").NumberAsync(cancellationToken) > limits.LeadsWithoutIndex))
        {
            return missing;
        }

        _known ??= await LoadAsync(db, cancellationToken);
        foreach (var index in indexes.Where(index => !_known.Contains(index.Name)))
        {
            var build = _builds.GetOrAdd(index.Name, (_, wanted) => Task.Run(() => BuildAsync(wanted), CancellationToken.None), index);
            if (!build.IsCompletedSuccessfully)
            {
                missing.Add(index.Name);
            }
        }

        return missing;
    }

    /// <summary>Waits for indexes that are being built.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when they are there, or could not be built.</returns>
    public Task WaitAsync(IEnumerable<string> names, CancellationToken cancellationToken) =>
        Task.WhenAll(names.Select(name => _builds.GetValueOrDefault(name, Task.CompletedTask))).WaitAsync(cancellationToken);

    /// <summary>Builds the index of a field at once, however few leads there are: what is to come will be looked up by it.</summary>
    /// <param name="key">The key of the field.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="cancellationToken">Stops the building.</param>
    /// <returns>A task that ends when the index is there.</returns>
    public async Task EnsureAsync(string key, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        var index = ListIndex.ForFilter(ListColumns.Of(catalog).Find(key)!, new SqlDialect(database.Kind));
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var known = await database.ReadAsync(db => LoadAsync(db, cancellationToken), cancellationToken);
            if (!known.Contains(index.Name))
            {
                await CreateAsync(index);
            }

            _known = [.. known, index.Name];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<HashSet<string>> LoadAsync(LeadStudioDbContext db, CancellationToken cancellationToken)
    {
        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        var sql = isSqlite
            ? "select name from sqlite_master where type = 'index'"
            : "select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisvalid";
        var names = await db.Sql(sql).ListAsync(reader => reader.GetString(0), cancellationToken);
        return [.. names.Where(name => name.StartsWith(ListIndex.Prefix, StringComparison.Ordinal)), .. isSqlite ? ListIndex.Shipped : ListIndex.Shipped.Take(1)];
    }

    private async Task BuildAsync(ListIndex index)
    {
        try
        {
            await Task.Delay(limits.BuildDelay, _stop.Token); // the answer that asked for it comes first
            await _turn.WaitAsync(_stop.Token);
            try
            {
                await CreateAsync(index);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // Whatever it is, it comes from stopping in the middle; the next start builds the index.
        }
        catch (Exception problem)
        {
            // The list works without, only slower; the next use tries again.
            LogFailure(index.Name, problem);
            _builds.TryRemove(index.Name, out _);
        }
    }

    private Task<int> CreateAsync(ListIndex index) =>
        database.Kind == DatabaseKind.Sqlite
            ? database.WriteAsync(db => db.Sql($"create index if not exists {index.Name} on {index.On}").RunAsync(_stop.Token), _stop.Token)
            : database.ReadAsync(
                async db =>
                {
                    // An attempt that was broken off leaves an index that no query uses.
                    await db.Sql($"drop index concurrently if exists {index.Name}").RunAsync(_stop.Token);
                    return await db.Sql($"create index concurrently {index.Name} on {index.On}").RunAsync(_stop.Token);
                },
                _stop.Token);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index {Name} of the lead list could not be built.")]
    private partial void LogFailure(string name, Exception problem);
}
