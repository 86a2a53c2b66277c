using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Features.Import;

/// <summary>Runs the imports, beginning with those that were cut off when LeadStudio stopped.</summary>
internal sealed class ImportWorker(IImportRunner runner) : Worker
{
    protected override Task RunAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
