using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Scoring;

/// <summary>Scores what changed, as long as the process runs.</summary>
internal sealed class ScoreWorker(ScorePass pass, IWorkQueue queue, ILogger<ScoreWorker> logger) : Worker
{
    // Also how late a score may move by the passing of time alone.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isBusy = false;
            try
            {
                isBusy = await pass.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An edge: the work stays in the queue, and the next pass tries it again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                logger.ScoringFailed(failure);
            }

            if (!isBusy)
            {
                await queue.WaitAsync(LeadQueues.Score, s_patience, stoppingToken);
            }
        }
    }
}
