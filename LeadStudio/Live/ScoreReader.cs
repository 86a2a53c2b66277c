using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using LeadStudio.Hosting;

namespace LeadStudio.Live;

/// <summary>Reads the outbox for all listeners: at most twenty times a second, and each second in case another node changed something.</summary>
internal sealed class ScoreReader(ScoreChanges changes, IWorkQueue queue, IEventBus bus, TimeProvider time, ILogger<ScoreReader> logger) : Worker
{
    private const string Queue = "live-scores";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_together = TimeSpan.FromMilliseconds(50);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var subscription = bus.Subscribe<StandingsChanged>(_ => queue.Wake(Queue));
        while (true)
        {
            try
            {
                while (await changes.AdvanceAsync(stoppingToken))
                {
                }
            }
#pragma warning disable CA1031 // An edge: the next turn reads what this one could not.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.FeedFailed(failure);
            }

            await Task.Delay(s_together, time, stoppingToken); // a burst of changes is one read
            await queue.WaitAsync(Queue, s_patience, stoppingToken);
        }
    }
}
