using LeadStudio.Components.Shortcuts;
using LeadStudio.Core.Common;

namespace LeadStudio.Layout.Palette;

/// <summary>Offers what the page can do by a key; one registry feeds this and the sheet of shortcuts.</summary>
internal sealed class ActionPalette(ShortcutRegistry registry) : IPaletteSource
{
    public int Order => 40;

    public ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(text);
        return ValueTask.FromResult<IReadOnlyList<PaletteItem>>([
            .. from scope in registry.Scopes
               from shortcut in scope.Shortcuts
               where !shortcut.Keys.StartsWith("g ", StringComparison.Ordinal) && shortcut.Keys != CommandPalette.Keys // pages, and the palette itself
               where Folding.Fold(shortcut.Label).Contains(folded, StringComparison.Ordinal)
               select new PaletteItem("Actions", shortcut.Label, "bolt", shortcut.Keys, Run: shortcut.Run)]);
    }
}
