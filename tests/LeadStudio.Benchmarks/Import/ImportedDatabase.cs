using LeadStudio.Core;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Import;

/// <summary>A SQLite file in a folder of its own into which <see cref="LeadsFile"/> was imported and scored; it goes when it is disposed.</summary>
internal sealed class ImportedDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;

    private ImportedDatabase(DirectoryInfo folder, ServiceProvider services, long import) => (_folder, _services, ImportId) = (folder, services, import);

    /// <summary>Gets the services over it.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Gets the import.</summary>
    public long ImportId { get; }

    /// <summary>Imports and scores.</summary>
    /// <param name="rows">How many leads.</param>
    /// <param name="cancellationToken">Stops between two chunks.</param>
    /// <returns>The database.</returns>
    public static async Task<ImportedDatabase> CreateAsync(int rows, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-imported-");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("LeadStudio:DataFolder", folder.FullName)]).Build();
        var services = new ServiceCollection().AddLogging().AddLeadStudioCore(settings).BuildServiceProvider();
        await services.GetRequiredService<IDatabase>().MigrateAsync(cancellationToken);
        return new(folder, services, await ImportAsync(services, Path.Combine(folder.FullName, "leads.csv"), rows, cancellationToken));
    }

    /// <summary>Gives the value of a result that must be one.</summary>
    public static T Value<T>(Result<T> result) => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error.Message);

    /// <summary>Scores all leads that wait for it.</summary>
    public static async Task ScoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        while (await services.GetRequiredService<ScorePass>().RunAsync(cancellationToken))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<long> ImportAsync(IServiceProvider services, string file, int rows, CancellationToken cancellationToken)
    {
        LeadsFile.Write(file, rows);
        var imports = services.GetRequiredService<IImports>();
        await using var content = File.OpenRead(file);
        var id = Value(await imports.UploadAsync(content, "leads.csv", Actor.System, cancellationToken)).Id;
        var analysis = Value(await imports.AnalyzeAsync(id, cancellationToken: cancellationToken));
        Value(await imports.StartAsync(id, analysis.Mapping, cancellationToken));
        await services.GetRequiredService<ImportRunner>().DrainAsync(cancellationToken);
        await ScoreAsync(services, cancellationToken);
        return id;
    }
}
