using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>A panel at the right, beside a page that stays usable; the whole page on a narrow screen. Open while it is rendered.</summary>
/// <remarks>Escape anywhere on the page closes it, and the focus goes back to where it was before.</remarks>
public sealed partial class SidePanel : ScriptedBox
{
    private ElementReference _panel;
    private bool _isOpen;
    private bool _isAskedFor;

    /// <summary>Gets or sets the heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Gets or sets whether the focus moves into the panel when it opens; by default only on a narrow screen.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Gets or sets the buttons beside the heading.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Moves the focus into the panel; as soon as it is open, since the script notes at first where the focus was.</summary>
    /// <returns>A task that ends when it is there, or will be.</returns>
    public ValueTask FocusAsync()
    {
        _isAskedFor = true;
        return _isOpen ? _panel.FocusAsync() : ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    private protected override ValueTask<IJSObjectReference> OpenAsync(IJSObjectReference module, DotNetObjectReference<ScriptedBox> self) =>
        module.InvokeAsync<IJSObjectReference>("openPanel", _panel, self, TakesFocus);

    /// <inheritdoc />
    private protected override ValueTask OnOpenedAsync()
    {
        _isOpen = true;
        return _isAskedFor ? _panel.FocusAsync() : ValueTask.CompletedTask;
    }
}
