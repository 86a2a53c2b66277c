using Microsoft.JSInterop;

namespace LeadStudio.Components;

/// <summary>A script of <c>wwwroot-assets/src</c>, or a thing that it made, that is let go without complaint when the page has gone.</summary>
internal static class JsModule
{
    /// <summary>Imports a script.</summary>
    /// <param name="js">The browser.</param>
    /// <param name="asset">Its address, from <c>Assets["dist/name.js"]</c>.</param>
    public static ValueTask<IJSObjectReference> ImportModuleAsync(this IJSRuntime js, string asset) =>
        js.InvokeAsync<IJSObjectReference>("import", $"./{asset.TrimStart('/')}");

    /// <summary>Calls <c>dispose</c> on what a script made, if it has one to call, and releases it.</summary>
    /// <param name="made">The thing, or null for none.</param>
    public static async ValueTask ReleaseAsync(this IJSObjectReference? made)
    {
        if (made is null)
        {
            return;
        }

        try
        {
            await made.InvokeVoidAsync("dispose");
            await made.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the thing with it.
        }
        catch (OperationCanceledException)
        {
            // The same, noticed while waiting.
        }
    }
}
