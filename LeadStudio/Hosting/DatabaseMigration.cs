using LeadStudio.Core.Persistence;

namespace LeadStudio.Hosting;

/// <summary>Creates the database, or brings it up to date, before the first request is answered.</summary>
internal sealed class DatabaseMigration(IDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
