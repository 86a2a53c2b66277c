using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Shortcuts;

/// <summary>Shortcuts that work while this is on the page; a later scope wins over an earlier one. Draws nothing.</summary>
/// <remarks>Only keys that match come to the server. While somebody types, only Escape and those with <c>Mod+</c> count, but <c>Mod+a</c>, which is the box's own.</remarks>
public sealed class ShortcutScope(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<ShortcutScope>? _self;
    private IJSObjectReference? _handle;
    private IReadOnlyList<Shortcut>? _told;
    private bool _disposed;

    /// <summary>Gets or sets the heading in the sheet, such as "List".</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Gets or sets the shortcuts; give another list to change them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Shortcut> Shortcuts { get; set; } = [];

    [Inject]
    private ShortcutRegistry Registry { get; set; } = null!;

    /// <summary>Runs a shortcut; called by the script.</summary>
    /// <param name="index">Its place in <see cref="Shortcuts"/>.</param>
    /// <returns>A task that ends when it has run.</returns>
    [JSInvokable]
    public Task RunAsync(int index) =>
        index < Shortcuts.Count ? InvokeAsync(() => DispatchAsync(Shortcuts[index].Run)) : Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        Registry.Remove(this);
        await _handle.ReleaseAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Registry.Add(this);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_told, Shortcuts))
        {
            return;
        }

        _told = Shortcuts;
        var keys = _told.Select(shortcut => shortcut.Keys).ToArray();
        if (_handle is not null)
        {
            await _handle.InvokeVoidAsync("update", (object)keys);
            return;
        }

        var module = await js.ImportModuleAsync(Assets["dist/keys.js"]);
        _self = DotNetObjectReference.Create(this);
        _handle = await module.InvokeAsync<IJSObjectReference>("register", keys, _self);
        if (_disposed)
        {
            await _handle.ReleaseAsync();
            _self.Dispose();
        }
    }

    private async Task DispatchAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
#pragma warning disable CA1031 // whatever it is, it goes to the page's ErrorBoundary, as a failed click would
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
