using LeadStudio.Core;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeadStudio.TestSupport;

/// <summary>LeadStudio's core over one migrated database, without a web server.</summary>
public sealed class CoreFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CoreFixture(ServiceProvider services) => _services = services;

    /// <summary>Builds the core and creates the database's tables.</summary>
    /// <param name="database">A connection string.</param>
    /// <param name="configure">Changes to make before the core is registered, such as a clock of the test's own.</param>
    /// <returns>The core.</returns>
    public static async Task<CoreFixture> StartAsync(string database, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        configure?.Invoke(services);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("LeadStudio:Database", database), new("LeadStudio:DataFolder", Path.GetTempPath())])
            .Build();
        var core = new CoreFixture(services.AddLeadStudioCore(settings).BuildServiceProvider());
        await core.Get<IDatabase>().MigrateAsync();
        return core;
    }

    /// <summary>Gets a service.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The service.</returns>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools(); // a server takes a hundred connections, and each test has a database of its own
    }
}
