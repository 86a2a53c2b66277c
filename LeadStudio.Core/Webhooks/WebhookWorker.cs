using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Webhooks;

/// <summary>Tells webhooks what happens, as long as the process runs; each by itself, so that a slow one delays no other.</summary>
internal sealed class WebhookWorker(WebhookRounds rounds, DeliveryPruning pruning, IWorkQueue queue, IEventBus bus, TimeProvider time, ILogger<WebhookWorker> logger) : Worker
{
    public const string Queue = "webhooks";

    // Also how late an attempt may come, and what another node did.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_prunedEvery = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Task> _running = [];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var leads = bus.Subscribe<LeadsChanged>(_ => queue.Wake(Queue));
        using var scores = bus.Subscribe<StandingsChanged>(_ => queue.Wake(Queue));
        using var imports = bus.Subscribe<ImportProgressed>(news => WakeAtEnd(news.Status));
        var pruned = time.GetTimestamp();
        try
        {
            while (true)
            {
                await GuardAsync(() => StartRoundsAsync(stoppingToken), stoppingToken);
                if (time.GetElapsedTime(pruned) >= s_prunedEvery)
                {
                    pruned = time.GetTimestamp();
                    await GuardAsync(() => pruning.RunAsync(stoppingToken), stoppingToken);
                }

                await queue.WaitAsync(Queue, s_patience, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private void WakeAtEnd(ImportStatus status)
    {
        if (status is ImportStatus.Finished or ImportStatus.Failed or ImportStatus.Cancelled)
        {
            queue.Wake(Queue);
        }
    }

    private async Task StartRoundsAsync(CancellationToken stoppingToken)
    {
        foreach (var id in await rounds.LiveAsync(stoppingToken))
        {
            if (!_running.TryGetValue(id, out var round) || round.IsCompleted)
            {
                _running[id] = Task.Run(() => GuardAsync(() => rounds.RunAsync(id, stoppingToken), stoppingToken), CancellationToken.None);
            }
        }
    }

    private async Task GuardAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The stop that was asked for; what was not sent is sent at the next start.
        }
#pragma warning disable CA1031 // An edge: what is left stays to be done.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.WebhooksFailed(failure);
        }
    }
}
