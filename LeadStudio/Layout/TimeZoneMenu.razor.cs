using LeadStudio.Components;
using LeadStudio.Components.Time;
using LeadStudio.Core.Access;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Layout;

/// <summary>Lets a user choose the time zone in which pages show dates; by default it is the browser's.</summary>
public sealed partial class TimeZoneMenu(IUserSettings settings, CurrentUser me) : CancellableComponent
{
    private const string Key = "timeZone";

    private string _chosen = "";

    [Inject]
    private UserClock Clock { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            Use(await settings.GetAsync(me.Actor, Key, Disposed));
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Clock.LearnZoneAsync(Assets["dist/shell.js"]);
            StateHasChanged();
        }
    }

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        var id = change.Value as string is { Length: > 0 } some ? some : null;
        await settings.SetAsync(me.Actor, Key, id, Disposed);
        Use(id);
    }

    // A zone that this server does not know (any more) is as none.
    private void Use(string? id)
    {
        var zone = id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var known) ? known : null;
        _chosen = zone?.Id ?? "";
        Clock.Choose(zone);
    }
}
