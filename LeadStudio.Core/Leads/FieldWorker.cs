using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads;

/// <summary>Lets leads follow changes of fields and of how phone numbers are read, beginning with what was cut off when LeadStudio stopped.</summary>
internal sealed class FieldWorker(FieldReplay replay, PhoneReplay phones, IWorkQueue queue, ILogger<FieldWorker> logger) : TurnWorker(queue, FieldReplay.Queue)
{
    protected override async Task<bool> TurnAsync(CancellationToken stoppingToken) => await replay.RunAsync(stoppingToken) || await phones.RunAsync(stoppingToken);

    protected override void Report(Exception failure) => logger.FieldsFailed(failure);
}
