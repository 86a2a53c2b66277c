using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Common;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Webhooks;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Webhooks;

/// <summary>What a webhook was told; it keeps itself up to date.</summary>
public sealed partial class DeliveryLog(IWebhooks webhooks, CurrentUser me, IToasts toasts, IEventBus bus, UserClock clock)
{
    private const int Page = 50;
    private static readonly TimeSpan s_betweenReads = TimeSpan.FromMilliseconds(250);
    private IReadOnlyList<WebhookDelivery>? _deliveries;
    private IDisposable? _subscription;
    private int _shown = Page;
    private int _isReading;
    private bool _hasMore;

    /// <summary>Gets or sets the webhook.</summary>
    [Parameter, EditorRequired]
    public Webhook Webhook { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _subscription = bus.Subscribe<WebhookChanged>(Hear);
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private string StatusOf(WebhookDelivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting when delivery.Attempts > 0 => $"Attempt {delivery.Attempts} failed; next {WebhookWords.Ahead(UtcMicroseconds.ToInstant(delivery.NextAt) - clock.Now)}",
        DeliveryState.Waiting => "",
        _ => $"{(delivery.Attempts == 1 ? "1 attempt" : $"{delivery.Attempts} attempts")}{(delivery.Status is { } status ? $", status {status}" : "")}",
    };

    private async Task LoadAsync()
    {
        var found = await webhooks.DeliveriesAsync(Webhook.Id, before: null, _shown + 1, Disposed);
        _hasMore = found.Value?.Count > _shown;
        _deliveries = [.. (found.Value ?? []).Take(_shown)];
    }

    private Task MoreAsync()
    {
        _shown += Page;
        return LoadAsync();
    }

    private async Task RedeliverAsync(WebhookDelivery delivery)
    {
        if ((await webhooks.RedeliverAsync(Webhook.Id, delivery.Id, me.Actor, Disposed)).Error is { } problem)
        {
            toasts.Error(problem.Message);
        }

        await LoadAsync();
    }

    private void Hear(WebhookChanged news)
    {
        if (news.WebhookId == Webhook.Id && Interlocked.Exchange(ref _isReading, 1) == 0)
        {
            _ = InvokeAsync(ReadAgainAsync);
        }
    }

    private async Task ReadAgainAsync()
    {
        try
        {
            await Task.Delay(s_betweenReads, Disposed); // a burst of deliveries is one read
            Interlocked.Exchange(ref _isReading, 0);
            await LoadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The user left the page.
        }
    }
}
