using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>A panel at the right, beside a page that stays usable; the whole page on a narrow screen. Open while it is rendered.</summary>
/// <remarks>Escape anywhere on the page closes it, and the focus goes back to where it was before.</remarks>
public sealed partial class SidePanel(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference _panel;
    private DotNetObjectReference<SidePanel>? _self;
    private IJSObjectReference? _handle;

    /// <summary>Gets or sets the heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Gets or sets what is called when the user closes it; the parent then stops rendering it.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets or sets whether the focus moves into the panel when it opens; by default only on a narrow screen.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Gets or sets the buttons beside the heading.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Gets or sets the content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Moves the focus into the panel.</summary>
    /// <returns>A task that ends when it is there.</returns>
    public ValueTask FocusAsync() => _panel.FocusAsync();

    /// <summary>Closes the panel; called by the script at Escape.</summary>
    /// <returns>A task that ends when the parent knows.</returns>
    [JSInvokable]
    public Task CloseAsync() => InvokeAsync(OnClose.InvokeAsync);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _handle.ReleaseAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var module = await js.ImportModuleAsync(Assets["dist/dialog.js"]);
            _self = DotNetObjectReference.Create(this);
            _handle = await module.InvokeAsync<IJSObjectReference>("openPanel", _panel, _self, TakesFocus);
        }
    }
}
