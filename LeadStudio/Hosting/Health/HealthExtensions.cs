using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadStudio.Hosting.Health;

/// <summary>The two questions that a machine asks of LeadStudio: does the process run, and can it work?</summary>
internal static class HealthExtensions
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddLeadStudioHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", timeout: s_patience)
            .AddCheck<WorkQueueHealthCheck>("queue", timeout: s_patience);
        return services;
    }

    /// <summary>Adds <c>/healthz</c>, which asks nothing but whether the process answers, and <c>/readyz</c>, which asks every check.</summary>
    /// <param name="app">The application.</param>
    public static void MapLeadStudioHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    // Exceptions stay in the log: their messages may hold the name of the database's host.
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new
        {
            status = Name(report.Status),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = Name(entry.Value.Status), detail = entry.Value.Exception is null ? entry.Value.Description : "It cannot be reached; see the log." }),
        });

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        HealthStatus.Unhealthy => "unhealthy",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown state of health."),
    };
}
