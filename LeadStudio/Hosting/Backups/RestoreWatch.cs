using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence.Backups;

namespace LeadStudio.Hosting.Backups;

/// <summary>Ends the application when a backup waits to be restored, whoever put it there; <c>Program</c> then starts it again.</summary>
internal sealed class RestoreWatch(IBackups backups, IHostApplicationLifetime lifetime, RestartRequest restart, ILogger<RestoreWatch> logger) : Worker
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        // A stop that is asked for during the start fails the start, and the program would end.
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }

        using var timer = new PeriodicTimer(s_pause);
        while (!backups.IsRestorePending)
        {
            await timer.WaitForNextTickAsync(stoppingToken);
        }

        logger.RestartingToRestore();
        restart.IsMade = true;
        lifetime.StopApplication();
    }
}
