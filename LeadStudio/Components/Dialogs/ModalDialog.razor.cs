using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>A dialog before everything else, open while it is rendered. Escape closes it; the focus goes back afterwards.</summary>
public sealed partial class ModalDialog(IJSRuntime js) : IAsyncDisposable
{
    private readonly string _id = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private DotNetObjectReference<ModalDialog>? _self;
    private IJSObjectReference? _handle;

    /// <summary>Gets or sets the heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Gets or sets what is called when the user closes it; the parent then stops rendering it.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets or sets the content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Closes the dialog; called by the script at Escape.</summary>
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
            _handle = await module.InvokeAsync<IJSObjectReference>("openModal", _dialog, _self);
        }
    }
}
