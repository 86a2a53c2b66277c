namespace LeadStudio.Layout.Palette;

/// <summary>Something that the command palette offers: a place to go to, or something to do.</summary>
/// <param name="Group">What it is one of, such as "Leads".</param>
/// <param name="Title">What it is called.</param>
/// <param name="Icon">The name of a Material symbol.</param>
/// <param name="Detail">What tells it from others of its name; empty for nothing.</param>
/// <param name="Href">Where it leads; null where it does something.</param>
/// <param name="Run">What it does; null where it leads somewhere.</param>
public sealed record PaletteItem(string Group, string Title, string Icon, string Detail = "", string? Href = null, Func<Task>? Run = null);

/// <summary>Finds items for the command palette; each feature registers its own.</summary>
public interface IPaletteSource
{
    /// <summary>Gets the place among the sources; small numbers first.</summary>
    int Order { get; }

    /// <summary>Finds items; called at each key, so it must take no longer than a tenth of a second.</summary>
    /// <param name="text">What was typed, trimmed; empty for what is offered at first.</param>
    /// <param name="cancellationToken">Cancelled when more was typed.</param>
    /// <returns>A few items, the best first.</returns>
    ValueTask<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken);
}
