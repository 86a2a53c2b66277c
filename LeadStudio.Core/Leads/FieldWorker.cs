using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads;

/// <summary>Lets leads follow changes of fields, beginning with what was cut off when LeadStudio stopped.</summary>
internal sealed class FieldWorker(FieldReplay replay, IWorkQueue queue, ILogger<FieldWorker> logger) : TurnWorker(queue, FieldReplay.Queue)
{
    protected override Task<bool> TurnAsync(CancellationToken stoppingToken) => replay.RunAsync(stoppingToken);

    protected override void Report(Exception failure) => logger.FieldsFailed(failure);
}
