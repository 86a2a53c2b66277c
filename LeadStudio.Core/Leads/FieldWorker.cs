using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads;

/// <summary>Lets leads follow changes of fields, beginning with what was cut off when LeadStudio stopped.</summary>
internal sealed class FieldWorker(FieldReplay replay, IWorkQueue queue, ILogger<FieldWorker> logger) : Worker
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isBusy = false;
            try
            {
                isBusy = await replay.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An edge: the work stays in the table, and the next turn tries it again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                logger.FieldsFailed(failure);
            }

            if (!isBusy)
            {
                await queue.WaitAsync(FieldReplay.Queue, s_patience, stoppingToken);
            }
        }
    }
}
