using Microsoft.Extensions.Hosting;

namespace LeadStudio.Core.Messaging;

/// <summary>Work in the background, as long as the process runs. Its end because LeadStudio stops is no failure, and none is logged.</summary>
/// <remarks>The host would log one where it is disposed of without a stop: after a start that failed, as on an address that is taken.</remarks>
public abstract class Worker : BackgroundService
{
    /// <summary>Does the work.</summary>
    /// <param name="stoppingToken">Cancelled when LeadStudio stops; then this may end by an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends with the work.</returns>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The stop that was asked for.
        }
    }
}
