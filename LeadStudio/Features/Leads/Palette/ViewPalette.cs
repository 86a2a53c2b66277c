using LeadStudio.Core.Common;
using LeadStudio.Features.Leads.List;
using LeadStudio.Features.Leads.Views;
using LeadStudio.Layout.Palette;

namespace LeadStudio.Features.Leads.Palette;

/// <summary>Finds the views of the list, those that come with it and those that were saved.</summary>
internal sealed class ViewPalette(ViewEdits views) : IPaletteSource
{
    private const int Most = 6;

    public int Order => 25;

    public async ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(text);
        var saved = await views.ListAsync(cancellationToken);
        return [.. saved.Select(view => (Title: view.Name, Detail: view.IsShared ? $"by {view.Owner}" : "private", State: LeadListState.Of(view)))
            .Concat(QuickView.All.Select(view => (view.Title, Detail: "", State: new LeadListState { View = view })))
            .Where(view => Folding.Fold(view.Title).Contains(folded, StringComparison.Ordinal))
            .Take(Most)
            .Select(view => new PaletteItem("Views", view.Title, "bookmark", view.Detail, view.State.ToAddress()))];
    }
}
