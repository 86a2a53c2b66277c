using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Features.Import;

/// <summary>Runs the imports, beginning with those that were cut off when LeadStudio stopped.</summary>
internal sealed class ImportWorker(IImportRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => runner.RunAsync(stoppingToken), stoppingToken);
}
