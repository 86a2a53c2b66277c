using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Api.Leads;

/// <summary>Puts a lead into the trash, as the list does, and waits until it is there.</summary>
/// <param name="leads">The leads.</param>
/// <param name="acts">Does it in the background.</param>
/// <param name="bus">Tells of its end.</param>
internal sealed class LeadDeletion(ILeadSnapshots leads, ILeadActs acts, IEventBus bus)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Deletes a lead.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is done; else it is being done. Or why it cannot be.</returns>
    public async Task<Result<bool>> RunAsync(long id, Actor by, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(id, cancellationToken);
        if (!lead.IsSuccess)
        {
            return lead.Error;
        }

        using var news = new SemaphoreSlim(0);
        using var subscription = bus.Subscribe<ActProgressed>(_ => news.Release());
        var act = await acts.StartAsync(new(lead.Value.DisplayName(), [id]), new(ActKind.Delete), by, cancellationToken);
        if (!act.IsSuccess)
        {
            return act.Error;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            while ((await acts.GetAsync(act.Value.Id, patience.Token)).Value is { State: ActState.Running })
            {
                await news.WaitAsync(patience.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
