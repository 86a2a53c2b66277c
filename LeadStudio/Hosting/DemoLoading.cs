using LeadStudio.Core.Leads.Demo;
using LeadStudio.Core.Scoring;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting;

/// <summary>Fills an empty database at start, where <c>LeadStudio:Demo</c> asks for it. Must be registered after <see cref="DatabaseMigration"/>.</summary>
internal sealed class DemoLoading(IDemoData demo, IScoreBackfill backfill, IOptions<HostingOptions> options, ILogger<DemoLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Demo || !await demo.IsEmptyAsync(cancellationToken))
        {
            return;
        }

        var loaded = await demo.LoadAsync(cancellationToken: cancellationToken);
        if (loaded.IsSuccess)
        {
            await backfill.RunAsync(cancellationToken: cancellationToken);
            logger.DemoLoaded(loaded.Value);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
