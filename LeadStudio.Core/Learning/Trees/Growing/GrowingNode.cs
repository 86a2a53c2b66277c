using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>A leaf of a growing tree.</summary>
/// <param name="Id">Its number in the tree.</param>
/// <param name="Depth">Splits above it.</param>
/// <param name="Rows">Where its rows are, piece by piece; empty where nobody parts or counts them any more.</param>
/// <param name="Sum">The packed sum of its derivatives.</param>
/// <param name="Bounds">Between which its answer must be, so that no monotone feature is contradicted.</param>
internal sealed record GrowingNode(int Id, int Depth, ImmutableArray<RowRange> Rows, long Sum, Bounds Bounds)
{
    /// <summary>Gets how many rows it has.</summary>
    public int RowCount { get; } = Rows.Sum(piece => piece.Count);

    /// <summary>Gets or sets the histogram of its rows; null where it was not needed, or is not any more.</summary>
    public long[]? Histogram { get; set; }

    /// <summary>Gets or sets the best split.</summary>
    public Split Best { get; set; }
}

/// <summary>Where some rows of a node are.</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many.</param>
/// <param name="Side">In which of the lists they are.</param>
internal readonly record struct RowRange(int Start, int Count, int Side);

/// <summary>Between which an answer must be.</summary>
/// <param name="Least">The least answer.</param>
/// <param name="Most">The greatest answer.</param>
internal readonly record struct Bounds(double Least, double Most)
{
    /// <summary>Gets those that allow every answer.</summary>
    public static Bounds None => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Gets whether an answer can be outside.</summary>
    public bool Bind => !double.IsInfinity(Least) || !double.IsInfinity(Most);

    /// <summary>Brings an answer inside.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The nearest allowed one.</returns>
    public double Clamp(double answer) => Math.Clamp(answer, Least, Most);
}
