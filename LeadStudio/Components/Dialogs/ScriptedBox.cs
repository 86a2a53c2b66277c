using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Dialogs;

/// <summary>What dialogs, panels and popovers share: open while it is rendered, shown and let go by <c>dialog.ts</c>.</summary>
/// <remarks>It may be closed before the script has shown it: then the script lets go of it as soon as it has.</remarks>
public abstract class ScriptedBox : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<ScriptedBox>? _self;
    private IJSObjectReference? _handle;
    private bool _isDisposed;

    /// <summary>Gets or sets the browser.</summary>
    [Inject]
    public IJSRuntime Js { get; set; } = null!;

    /// <summary>Gets or sets what is called when the user closes it; the parent then stops rendering it.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets or sets the content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Closes it; called by the script.</summary>
    /// <returns>A task that ends when the parent knows.</returns>
    [JSInvokable]
    public Task CloseAsync() => InvokeAsync(OnClose.InvokeAsync);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await ReleaseAsync();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            var module = await Js.ImportModuleAsync(Assets["dist/dialog.js"]);
            _self = DotNetObjectReference.Create(this);
            _handle = await OpenAsync(module, _self);
            await OnOpenedAsync();
        }
        catch (JSException) when (_isDisposed)
        {
            // Its element had gone before the script came to it.
        }

        if (_isDisposed)
        {
            await ReleaseAsync();
        }
    }

    /// <summary>Lets the script show it.</summary>
    /// <param name="module">The script.</param>
    /// <param name="self">What the script calls to close it.</param>
    /// <returns>What the script made.</returns>
    private protected abstract ValueTask<IJSObjectReference> OpenAsync(IJSObjectReference module, DotNetObjectReference<ScriptedBox> self);

    /// <summary>Does what had to wait until the script has shown it.</summary>
    /// <returns>A task that ends when it is done.</returns>
    private protected virtual ValueTask OnOpenedAsync() => ValueTask.CompletedTask;

    private async ValueTask ReleaseAsync()
    {
        await Interlocked.Exchange(ref _handle, null).ReleaseAsync();
        _self?.Dispose();
    }
}
