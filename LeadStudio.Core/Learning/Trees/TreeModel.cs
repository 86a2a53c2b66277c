using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees.Explanation;
using LeadStudio.Core.Learning.Trees.Prediction;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Boosted trees: the answers of all trees, added to a number, are the margin.</summary>
public sealed class TreeModel : IModel
{
    private readonly Forest _forest;
    private readonly Lazy<TreeExplainer> _explainer;

    /// <summary>Initializes a new instance of the <see cref="TreeModel"/> class.</summary>
    /// <param name="features">The columns that a row must have.</param>
    /// <param name="baseMargin">The margin before the first tree, in logarithms of odds.</param>
    /// <param name="trees">The trees.</param>
    public TreeModel(ImmutableArray<Feature> features, float baseMargin, ImmutableArray<RegressionTree> trees)
    {
        (Features, BaseMargin, Trees) = (features, baseMargin, trees);
        _forest = new Forest(trees);
        _explainer = new Lazy<TreeExplainer>(() => new TreeExplainer(trees));
    }

    /// <inheritdoc />
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Gets the margin before the first tree, in logarithms of odds.</summary>
    public float BaseMargin { get; }

    /// <summary>Gets the trees, in the order of adding.</summary>
    public ImmutableArray<RegressionTree> Trees { get; }

    /// <summary>Gets the mean margin over the training rows: what an explanation begins with.</summary>
    public double ExpectedMargin => BaseMargin + _explainer.Value.Expected;

    /// <inheritdoc />
    public float Margin(ReadOnlySpan<float> row)
    {
        Check(row.Length, Features.Length, nameof(row));
        return _forest.Add(row, BaseMargin);
    }

    /// <inheritdoc />
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        Check(rows.Length, margins.Length * Features.Length, nameof(rows));
        margins.Fill(BaseMargin);
        _forest.Add(rows, Features.Length, margins);
    }

    /// <inheritdoc />
    public double Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        Check(row.Length, Features.Length, nameof(row));
        ExplainAll(row, contributions);
        return ExpectedMargin;
    }

    /// <summary>Says what each feature adds to the margins of many rows; see <see cref="Explain"/>.</summary>
    /// <param name="rows">Values, or NaN, row after row.</param>
    /// <param name="contributions">Takes what each feature adds, row after row. With <see cref="ExpectedMargin"/> those of a row add up to its margin.</param>
    public void ExplainAll(ReadOnlySpan<float> rows, Span<double> contributions)
    {
        Check(contributions.Length, rows.Length, nameof(contributions));
        Check(rows.Length, rows.Length / Features.Length * Features.Length, nameof(rows));
        contributions.Clear();
        _explainer.Value.Add(rows, Features.Length, contributions);
    }

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"There are {length} values, not {expected}. Give one per feature and row.", name);
        }
    }
}
