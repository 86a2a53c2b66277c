using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Tables;

/// <summary>Where the text of a column stands.</summary>
public enum ColumnAlign
{
    /// <summary>At the start of the line; for words.</summary>
    Start,

    /// <summary>At the end of the line, with figures of one width; for numbers.</summary>
    End,
}

/// <summary>What becomes of a column on a narrow screen, where a row is a card.</summary>
public enum NarrowPlace
{
    /// <summary>The first line of the card.</summary>
    Title,

    /// <summary>The line below, with others like it.</summary>
    Detail,

    /// <summary>Left out.</summary>
    Hidden,
}

/// <summary>A column of a <see cref="VirtualTable{TRow}"/>.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
/// <param name="Key">Tells the columns of a table apart; in the URL, for sorting.</param>
/// <param name="Title">The heading.</param>
/// <param name="Width">Pixels, at least 48. Where the table is wider than its columns, those that grow share the rest.</param>
/// <param name="Cell">What stands in a row.</param>
public sealed record VirtualColumn<TRow>(string Key, string Title, int Width, RenderFragment<TRow> Cell)
{
    /// <summary>Gets where the text stands; at the start by default.</summary>
    public ColumnAlign Align { get; init; }

    /// <summary>Gets whether a click on the heading sorts.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Gets whether the column takes part of what is left of the table's width.</summary>
    public bool Grows { get; init; }

    /// <summary>Gets what a row shows, for telling whether it has changed: a changed cell flashes once. Null: never flashes.</summary>
    public Func<TRow, object?>? ChangeKey { get; init; }

    /// <summary>Gets its place on a narrow screen; below the title by default.</summary>
    public NarrowPlace Narrow { get; init; } = NarrowPlace.Detail;

    /// <summary>Gets whether the column is no content but a handle, such as a box to tick: it keeps its width, has no menu, and is first on a card.</summary>
    public bool IsHandle { get; init; }

    /// <summary>Gets a heading that is more than a text, such as a box that ticks all; <see cref="Title"/> then only names it.</summary>
    public RenderFragment? Header { get; init; }
}

/// <summary>Where a user asked for the menu of a table.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
/// <param name="Row">The row.</param>
/// <param name="Column">The key of the column; null where the whole row is meant.</param>
/// <param name="Left">The place in the window, in pixels.</param>
/// <param name="Top">The same, from the top.</param>
public sealed record VirtualMenu<TRow>(TRow Row, string? Column, int Left, int Top);

/// <summary>The order of a table.</summary>
/// <param name="Key">The column's key.</param>
/// <param name="IsDescending">Whether large values come first.</param>
public readonly record struct VirtualSort(string Key, bool IsDescending);

/// <summary>Reads rows of a <see cref="VirtualTable{TRow}"/>.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
/// <param name="first">The place of the first row in the order of the table, from 0.</param>
/// <param name="count">How many rows, at least 1.</param>
/// <param name="cancellationToken">Cancelled when the rows are no longer wanted.</param>
/// <returns>The rows in their order; fewer than <paramref name="count"/> where the table ends.</returns>
public delegate ValueTask<IReadOnlyList<TRow>> LoadRows<TRow>(long first, int count, CancellationToken cancellationToken);
