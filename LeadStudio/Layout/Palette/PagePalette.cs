using LeadStudio.Core.Common;

namespace LeadStudio.Layout.Palette;

/// <summary>Offers the pages of the side bar.</summary>
internal sealed class PagePalette(NavEntries entries) : IPaletteSource
{
    public int Order => 30;

    public ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(text);
        return ValueTask.FromResult<IReadOnlyList<PaletteItem>>([
            .. from entry in entries.Mine()
               where Folding.Fold(entry.Title).Contains(folded, StringComparison.Ordinal)
               select new PaletteItem("Pages", entry.Title, entry.Icon, entry.Key is { } key ? $"g {key}" : "", entry.Href)]);
    }
}
