using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Answers what the lead list asks, over a million leads.</summary>
/// <remarks>
/// What is needed for sorting and filtering by a field is built in the background when the field is first used, so the first answers take
/// longer. Where a filter selects little, pages and jumps may overlook for five seconds that another server's change made a lead match.
/// </remarks>
public interface ILeadList
{
    /// <summary>Reads the rows behind a place.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="count">How many rows, 1 to 1,000.</param>
    /// <param name="columns">The fields to read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows.</returns>
    Task<LeadPage> PageAsync(LeadQuery query, LeadCursor? after, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default);

    /// <summary>Reads the rows before a place.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="before">The place; null for the end.</param>
    /// <param name="count">How many rows, 1 to 1,000.</param>
    /// <param name="columns">The fields to read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows, in the list's order.</returns>
    Task<LeadPage> PageBeforeAsync(
        LeadQuery query, LeadCursor? before, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default);

    /// <summary>Jumps to a row.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="rowIndex">How many rows to pass over, 0 or more; behind the end the page is empty.</param>
    /// <param name="count">How many rows, 1 to 1,000.</param>
    /// <param name="columns">The fields to read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows from there on.</returns>
    Task<LeadPage> AtAsync(LeadQuery query, long rowIndex, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default);

    /// <summary>Finds all leads of a list at once: read page by page, one whose place changes meanwhile would come twice or not at all.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads in the list's order, each once; 8 bytes for each.</returns>
    Task<IReadOnlyList<long>> IdsAsync(LeadQuery query, CancellationToken cancellationToken = default);

    /// <summary>Counts the rows.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="mayEstimate">Whether an estimate will do where counting takes long; ask again without it for the exact number.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The number.</returns>
    Task<LeadCount> CountAsync(LeadQuery query, bool mayEstimate = true, CancellationToken cancellationToken = default);

    /// <summary>Counts the rows of several lists as of one moment, so that the numbers do not contradict each other while leads come in.</summary>
    /// <param name="queries">What the lists list.</param>
    /// <param name="mayEstimate">Whether estimates will do where counting takes long.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The numbers, in the order of <paramref name="queries"/>.</returns>
    Task<IReadOnlyList<LeadCount>> CountAsync(IReadOnlyList<LeadQuery> queries, bool mayEstimate = true, CancellationToken cancellationToken = default);

    /// <summary>Says at which row a lead stands.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>How many rows stand before it; null where the list does not have it.</returns>
    Task<long?> IndexOfAsync(LeadQuery query, long leadId, CancellationToken cancellationToken = default);

    /// <summary>Reads rows again, as they are now, whether or not they still belong to the list.</summary>
    /// <param name="query">What is listed; it gives the rows' places.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="columns">The fields to read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that exist and have a standing, in the order of <paramref name="ids"/>.</returns>
    Task<IReadOnlyList<LeadListRow>> RowsAsync(
        LeadQuery query, IReadOnlyList<long> ids, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default);

    /// <summary>Says which of some leads belong to a list: new leads are announced only where they do.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that do, in the same order.</returns>
    Task<IReadOnlyList<long>> MatchAsync(LeadQuery query, IReadOnlyList<long> ids, CancellationToken cancellationToken = default);

    /// <summary>Has what sorting and filtering by some columns needs built in the background, before somebody asks: when a list is shown, or an import ended.</summary>
    /// <param name="keys">The columns' keys; unknown ones are passed over.</param>
    /// <param name="cancellationToken">Stops the request, not the building.</param>
    /// <returns>A task that ends when the building was asked for.</returns>
    Task PrepareAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default);
}
