using LeadStudio.Hosting;

namespace LeadStudio.Features.Access.Entrance;

/// <summary>Adds the users of the demonstration at start, where <c>LeadStudio:Demo</c> asks for it.</summary>
internal sealed class DemoAccountsLoading(IServiceScopeFactory scopes, ILogger<DemoAccountsLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<DemoAccounts>();
        if (accounts.IsOpen)
        {
            await accounts.AddAsync(cancellationToken);
            logger.DemoAccountsOpen();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
