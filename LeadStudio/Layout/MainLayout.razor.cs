using LeadStudio.Layout.Palette;
using Microsoft.AspNetCore.Components.Web;

namespace LeadStudio.Layout;

/// <summary>The frame of every page: side bar, head, content, messages.</summary>
public sealed partial class MainLayout
{
    private PageErrorBoundary? _boundary;
    private CommandPalette? _palette;
    private bool _menuOpen;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _boundary?.Recover();
        _menuOpen = false; // the layout gets its parameters at each navigation
    }

    private Task OpenPaletteAsync() => _palette?.OpenAsync() ?? Task.CompletedTask;

    private void CloseMenuOnEscape(KeyboardEventArgs key) => _menuOpen &= key.Key != "Escape";
}
