using LeadStudio.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LeadStudio.Features.Import;

/// <summary>Takes a file and sends it to the data folder.</summary>
public sealed partial class UploadZone(IJSRuntime js, AntiforgeryStateProvider antiforgery) : IAsyncDisposable
{
    private ElementReference _zone;
    private DotNetObjectReference<UploadZone>? _self;
    private IJSObjectReference? _handle;
    private string? _name;
    private string? _problem;
    private long _sent;
    private long _size;

    /// <summary>Gets or sets what is called with the id of the import when the file is stored.</summary>
    [Parameter]
    public EventCallback<long> OnStored { get; set; }

    /// <summary>Notes that a file is on its way; called by the script.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="size">Its size in bytes.</param>
    [JSInvokable]
    public void Begun(string name, long size)
    {
        (_name, _size, _sent, _problem) = (name, size, 0, null);
        StateHasChanged();
    }

    /// <summary>Notes how far it is; called by the script.</summary>
    /// <param name="sent">Bytes.</param>
    /// <param name="size">Bytes in all.</param>
    [JSInvokable]
    public void Sent(long sent, long size)
    {
        (_sent, _size) = (sent, size);
        StateHasChanged();
    }

    /// <summary>Notes that it failed; called by the script.</summary>
    /// <param name="sentence">Why; empty where the user cancelled.</param>
    [JSInvokable]
    public void Failed(string sentence)
    {
        (_name, _problem) = (null, sentence.Length == 0 ? null : sentence);
        StateHasChanged();
    }

    /// <summary>Notes that the file is stored; called by the script.</summary>
    /// <param name="id">The import.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public Task Stored(long id)
    {
        _name = null;
        return OnStored.InvokeAsync(id);
    }

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
            await using var module = await js.ImportModuleAsync(Assets["dist/upload.js"]);
            _self = DotNetObjectReference.Create(this);
            _handle = await module.InvokeAsync<IJSObjectReference>("mount", _zone, _self, "/import/upload", antiforgery.GetAntiforgeryToken()?.Value ?? "");
        }
    }

    private async Task CancelAsync()
    {
        if (_handle is not null)
        {
            await _handle.InvokeVoidAsync("cancel");
        }
    }
}
