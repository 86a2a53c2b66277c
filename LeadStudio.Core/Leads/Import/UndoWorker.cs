using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Takes imports back, beginning with what was cut off when LeadStudio stopped.</summary>
internal sealed class UndoWorker(UndoRunner runner, IWorkQueue queue, ILogger<UndoWorker> logger) : Worker
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    protected override Task RunAsync(CancellationToken stoppingToken) => Task.Run(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isBusy = false;
            try
            {
                isBusy = await runner.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An edge: what is left stays marked, and the next turn tries it again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                logger.UndoFailed(failure);
            }

            if (!isBusy)
            {
                await queue.WaitAsync(UndoRunner.Queue, s_patience, stoppingToken);
            }
        }
    }
}
