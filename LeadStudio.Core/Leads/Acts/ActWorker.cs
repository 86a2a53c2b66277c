using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Does acts, beginning with what was cut off when LeadStudio stopped, and empties the trash.</summary>
internal sealed class ActWorker(ActRunner runner, IWorkQueue queue, ILogger<ActWorker> logger) : TurnWorker(queue, ActRunner.Queue)
{
    protected override Task<bool> TurnAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);

    protected override void Report(Exception failure) => logger.ActsFailed(failure);
}
