using LeadStudio.Core.Common;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>Offers the page of recent changes.</summary>
internal sealed class ChangesPalette : IPaletteSource
{
    private const string Title = "Recent changes of leads, and the trash";

    public int Order => 31;

    public ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<PaletteItem>>(
            Folding.Fold(Title).Contains(Folding.Fold(text), StringComparison.Ordinal) ? [new PaletteItem("Pages", Title, "history", Href: "/leads/changes")] : []);
}
