using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>The box of a <see cref="Popover"/>, open while it is rendered.</summary>
public sealed partial class PopoverBox(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference _box;
    private DotNetObjectReference<PopoverBox>? _self;
    private IJSObjectReference? _handle;

    /// <summary>Gets or sets what it stands below.</summary>
    [Parameter, EditorRequired]
    public ElementReference Anchor { get; set; }

    /// <summary>Gets or sets what it is for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Gets or sets what is called when the user closes it.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets or sets the content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Closes the box; called by the script.</summary>
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
            _handle = await module.InvokeAsync<IJSObjectReference>("openPopover", Anchor, _box, _self);
        }
    }
}
