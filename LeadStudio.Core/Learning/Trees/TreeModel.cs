using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Boosted trees: the answers of all trees, added to a number, are the margin.</summary>
public sealed class TreeModel : IModel
{
    /// <summary>Initializes a new instance of the <see cref="TreeModel"/> class.</summary>
    /// <param name="features">The columns that a row must have.</param>
    /// <param name="baseMargin">The margin before the first tree, in logarithms of odds.</param>
    /// <param name="trees">The trees.</param>
    public TreeModel(ImmutableArray<Feature> features, float baseMargin, ImmutableArray<RegressionTree> trees) =>
        (Features, BaseMargin, Trees) = (features, baseMargin, trees);

    /// <inheritdoc />
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Gets the margin before the first tree, in logarithms of odds.</summary>
    public float BaseMargin { get; }

    /// <summary>Gets the trees, in the order of adding.</summary>
    public ImmutableArray<RegressionTree> Trees { get; }

    /// <inheritdoc />
    public float Margin(ReadOnlySpan<float> row)
    {
        var margin = BaseMargin;
        foreach (var tree in Trees)
        {
            margin += tree.Value(row);
        }

        return margin;
    }

    /// <inheritdoc />
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        for (var row = 0; row < margins.Length; row++)
        {
            margins[row] = Margin(rows.Slice(row * Features.Length, Features.Length));
        }
    }

    /// <inheritdoc />
    public double Explain(ReadOnlySpan<float> row, Span<double> contributions) => throw new NotSupportedException();
}
