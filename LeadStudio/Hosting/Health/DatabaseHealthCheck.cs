using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadStudio.Hosting.Health;

/// <summary>Is the database there, and of this version?</summary>
internal sealed class DatabaseHealthCheck(IDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = await database.ReadAsync(async db => (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count(), cancellationToken);
        return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending} migrations are still to be done.");
    }
}
