using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Asks whether to forget a person, and does so.</summary>
public sealed partial class EraseDialog(IErasure erasure, NavigationManager navigation, IToasts toasts, CurrentUser me)
{
    /// <summary>Gets or sets the person.</summary>
    [Parameter, EditorRequired]
    public long Id { get; set; }

    /// <summary>Gets or sets the name to type.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Gets or sets what is called when the dialog is to go.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    private async Task EraseAsync()
    {
        await OnClose.InvokeAsync();
        if (!me.May(Scopes.Erase))
        {
            return;
        }

        var erased = await erasure.EraseAsync(Id, me.Actor, CancellationToken.None);
        if (erased.IsSuccess)
        {
            toasts.Success($"The person is erased.{Warning(erased.Value.Backups)}");
            navigation.NavigateTo("/leads");
        }
        else
        {
            toasts.Error(erased.Error.Message);
        }
    }

    private static string Warning(int backups) => backups switch
    {
        0 => "",
        1 => " One backup still holds them: delete it on the page Operations.",
        _ => $" {backups} backups still hold them: delete them on the page Operations.",
    };
}
