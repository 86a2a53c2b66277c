using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Takes imports back, beginning with what was cut off when LeadStudio stopped.</summary>
internal sealed class UndoWorker(UndoRunner runner, IWorkQueue queue, ILogger<UndoWorker> logger) : TurnWorker(queue, UndoRunner.Queue)
{
    protected override Task<bool> TurnAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);

    protected override void Report(Exception failure) => logger.UndoFailed(failure);
}
