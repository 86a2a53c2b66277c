using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Core.Common;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Access.Keys;

/// <summary>The keys with which programs use the API.</summary>
public sealed partial class KeysPage(IApiKeys keys, CurrentUser me, IToasts toasts, UserClock clock)
{
    private IReadOnlyList<ApiKey>? _keys;
    private ApiKey? _shown;
    private ApiKey? _revoking;
    private string? _secret;
    private bool _isAdding;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private bool IsLive(ApiKey key) => key.RevokedAt is null && !(key.ExpiresAt <= UtcMicroseconds.From(clock.Now));

    private async Task LoadAsync() => _keys = await keys.ListAsync(Disposed);

    private async Task AddedAsync(NewApiKey made)
    {
        var isPublic = made.Key.PublicText is not null;
        (_isAdding, _shown, _secret) = (false, isPublic ? made.Key : null, isPublic ? null : made.Secret);
        await LoadAsync();
    }

    private async Task RevokeAsync(ApiKey key)
    {
        _revoking = null;
        var revoked = await keys.RevokeAsync(key.Id, me.Actor, Disposed);
        if (revoked.IsSuccess)
        {
            toasts.Success($"\"{key.Name}\" is withdrawn.");
        }
        else
        {
            toasts.Error(revoked.Error.Message);
        }

        await LoadAsync();
    }
}
