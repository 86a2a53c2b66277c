using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>The box of a <see cref="Popover"/>, open while it is rendered.</summary>
public sealed partial class PopoverBox : ScriptedBox
{
    private ElementReference _box;

    /// <summary>Gets or sets what it stands below.</summary>
    [Parameter, EditorRequired]
    public ElementReference Anchor { get; set; }

    /// <summary>Gets or sets what it is for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <inheritdoc />
    private protected override ValueTask<IJSObjectReference> OpenAsync(IJSObjectReference module, DotNetObjectReference<ScriptedBox> self) =>
        module.InvokeAsync<IJSObjectReference>("openPopover", Anchor, _box, self);
}
