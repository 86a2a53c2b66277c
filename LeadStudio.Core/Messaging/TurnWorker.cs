namespace LeadStudio.Core.Messaging;

/// <summary>A worker that takes turns as long as there is work, and else waits for its queue to be woken.</summary>
/// <param name="queue">The queues.</param>
/// <param name="name">The name of its queue.</param>
public abstract class TurnWorker(IWorkQueue queue, string name) : Worker
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Does a short piece of the work. What fails must stay to be done: the next turn tries it again.</summary>
    /// <param name="stoppingToken">Cancelled when LeadStudio stops.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    protected abstract Task<bool> TurnAsync(CancellationToken stoppingToken);

    /// <summary>Logs that a turn failed.</summary>
    /// <param name="failure">Why.</param>
    protected abstract void Report(Exception failure);

    /// <inheritdoc />
    protected sealed override Task RunAsync(CancellationToken stoppingToken) => Task.Run(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isBusy = false;
            try
            {
                isBusy = await TurnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An edge: what is left stays to be done.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Report(failure);
            }

            if (!isBusy)
            {
                await queue.WaitAsync(name, s_patience, stoppingToken);
            }
        }
    }
}
