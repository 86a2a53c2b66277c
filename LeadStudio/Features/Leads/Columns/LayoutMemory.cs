using LeadStudio.Components;
using LeadStudio.Features.Leads.List;
using Microsoft.JSInterop;

namespace LeadStudio.Features.Leads.Columns;

/// <summary>Remembers in the browser how the user left the list: widths belong to a screen, not to a person.</summary>
/// <param name="js">The browser.</param>
public sealed class LayoutMemory(IJSRuntime js)
{
    private const string Key = "leads-layout";

    private ColumnLayout? _known;

    /// <summary>Gives what is remembered.</summary>
    /// <param name="shellScript">The address of the script: <c>Assets["dist/shell.js"]</c>.</param>
    /// <returns>The layout; the usual one where the browser keeps none.</returns>
    public async ValueTask<ColumnLayout> RecallAsync(string shellScript)
    {
        if (_known is null)
        {
            await using var shell = await js.ImportModuleAsync(shellScript);
            _known = LeadListState.Read(await shell.InvokeAsync<string?>("recall", Key) ?? "").Layout;
        }

        return _known;
    }

    /// <summary>Remembers a layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="shellScript">The address of the script.</param>
    /// <returns>A task that ends when the browser keeps it.</returns>
    public async Task RememberAsync(ColumnLayout layout, string shellScript)
    {
        _known = layout;
        await using var shell = await js.ImportModuleAsync(shellScript);
        await shell.InvokeVoidAsync("remember", Key, new LeadListState().With(layout).ToAddress(""));
    }
}
