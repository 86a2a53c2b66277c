namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>The texts that mean "no value" in one column, besides the empty one. A setting of the column.</summary>
public sealed class MissingValues
{
    private static readonly MissingValues s_likely =
        new(["select", "please select", "n/a", "#n/a", "na", "n.a.", "null", "(null)", "nil", "nan", "-", "--", "—", "?", "\\N", "<null>", "not available"]);

    private readonly HashSet<string> _texts;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes the setting.</summary>
    /// <param name="texts">The texts; case and spaces around them do not matter.</param>
    public MissingValues(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = texts.Select(text => text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the setting of a column in which only empty cells are missing.</summary>
    public static MissingValues OnlyEmpty { get; } = new([]);

    /// <summary>Gets the texts, trimmed.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Says whether a text usually means "no value". "None" and "unknown" are not among them: they can be an answer.</summary>
    /// <param name="text">A text.</param>
    /// <returns>Whether to suggest it as a missing value.</returns>
    public static bool IsLikely(ReadOnlySpan<char> text) => s_likely.IsMissing(text);

    /// <summary>Says whether a cell of the column has no value.</summary>
    /// <param name="cell">The cell's text.</param>
    /// <returns>Whether it is empty, blank or one of the texts.</returns>
    public bool IsMissing(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.IsEmpty || (_texts.Count > 0 && _lookup.Contains(cell));
    }
}
