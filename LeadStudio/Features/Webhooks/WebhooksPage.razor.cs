using LeadStudio.Components.Toasts;
using LeadStudio.Core.Common;
using LeadStudio.Core.Webhooks;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Webhooks;

/// <summary>The addresses that are told what happens, and what each was told.</summary>
public sealed partial class WebhooksPage(IWebhooks webhooks, CurrentUser me, IToasts toasts, NavigationManager navigation)
{
    private IReadOnlyList<Webhook>? _webhooks;
    private Webhook? _editing;
    private Webhook? _deleting;
    private string? _secret;
    private bool _isAdding;

    /// <summary>Gets or sets the webhook whose log is open; from the URL.</summary>
    [SupplyParameterFromQuery]
    public long? Log { get; set; }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _webhooks = await webhooks.ListAsync(Disposed);

    private void Close() => (_isAdding, _editing) = (false, null);

    private async Task AddedAsync(NewWebhook added)
    {
        Close();
        _secret = added.Secret;
        await LoadAsync();
    }

    private async Task ChangedAsync()
    {
        Close();
        toasts.Success("The webhook is changed.");
        await LoadAsync();
    }

    private async Task TestAsync(Webhook webhook)
    {
        if (Told((await webhooks.TestAsync(webhook.Id, me.Actor, Disposed)).Error))
        {
            navigation.NavigateTo(FormattableString.Invariant($"/webhooks?log={webhook.Id}"));
        }
    }

    private async Task ToggleAsync(Webhook webhook)
    {
        var settings = WebhookSettings.Of(webhook);
        if (Told((await webhooks.ChangeAsync(webhook.Id, settings with { IsPaused = !webhook.IsPaused }, me.Actor, Disposed)).Error))
        {
            toasts.WithUndo(
                webhook.IsPaused ? "The webhook is told again, also what happened meanwhile." : "The webhook is paused. What happens waits for three days.",
                () => webhooks.ChangeAsync(webhook.Id, settings, me.Actor));
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(Webhook webhook)
    {
        _deleting = null;
        if (Told((await webhooks.DeleteAsync(webhook.Id, me.Actor, Disposed)).Error))
        {
            toasts.Success("The webhook is deleted.");
        }

        await LoadAsync();
    }

    private bool Told(Error? problem)
    {
        if (problem is not null)
        {
            toasts.Error(problem.Message);
        }

        return problem is null;
    }
}
