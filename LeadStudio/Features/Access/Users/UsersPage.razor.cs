using LeadStudio.Components;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Common;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Access.Users;

/// <summary>Who may sign in, and as what.</summary>
public sealed partial class UsersPage(IUsers users, CurrentUser me, IToasts toasts, NavigationManager navigation)
{
    private IReadOnlyList<UserInfo>? _users;
    private UserInfo? _editing;
    private UserInfo? _removing;
    private UserLink? _link;
    private bool _isInviting;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private static TagTone ToneOf(UserState state) => state switch
    {
        UserState.Active => TagTone.Good,
        UserState.Invited => TagTone.Neutral,
        _ => TagTone.Bad,
    };

    private async Task LoadAsync() => _users = await users.ListAsync(Disposed);

    private void Close() => (_isInviting, _editing) = (false, null);

    private async Task SavedAsync(UserInfo user)
    {
        var isNew = _isInviting;
        Close();
        await LoadAsync();
        if (isNew)
        {
            await LinkAsync(user);
        }
        else
        {
            toasts.Success($"{user.Name} is changed.");
        }
    }

    private async Task LinkAsync(UserInfo user)
    {
        var link = await users.LinkAsync(user.Id, me.Actor, Disposed);
        if (Told(link.Error))
        {
            _link = new(user.Name, navigation.ToAbsoluteUri(AccessPaths.Of(link.Value!)).AbsoluteUri);
        }
    }

    private async Task ToggleAsync(UserInfo user)
    {
        var disables = user.State != UserState.Disabled;
        if (Told((await users.ChangeAsync(user.Id, new UserChange(IsDisabled: disables), me.Actor, Disposed)).Error))
        {
            toasts.WithUndo(disables ? $"{user.Name} can no longer sign in." : $"{user.Name} can sign in again.", () => users.ChangeAsync(user.Id, new UserChange(IsDisabled: !disables), me.Actor));
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(UserInfo user)
    {
        _removing = null;
        if (Told((await users.RemoveAsync(user.Id, me.Actor, Disposed)).Error))
        {
            toasts.Success($"{user.Name} is removed.");
            await LoadAsync();
        }
    }

    private bool Told(Error? problem)
    {
        if (problem is not null)
        {
            toasts.Error(problem.Message);
        }

        return problem is null;
    }

    private sealed record UserLink(string Name, string Address);
}
