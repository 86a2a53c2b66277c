using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>A dialog before everything else, open while it is rendered. Escape closes it; the focus goes back afterwards.</summary>
public sealed partial class ModalDialog : ScriptedBox
{
    private readonly string _id = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _dialog;

    /// <summary>Gets or sets the heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <inheritdoc />
    private protected override ValueTask<IJSObjectReference> OpenAsync(IJSObjectReference module, DotNetObjectReference<ScriptedBox> self) =>
        module.InvokeAsync<IJSObjectReference>("openModal", _dialog, self);
}
