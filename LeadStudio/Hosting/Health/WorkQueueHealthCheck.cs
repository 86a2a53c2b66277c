using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadStudio.Hosting.Health;

/// <summary>Can work be read from the queue?</summary>
internal sealed class WorkQueueHealthCheck(IWorkQueue queue) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await queue.PeekAsync(LeadQueues.Score, 1, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
