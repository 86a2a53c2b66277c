using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>How boosted trees are grown. The defaults suit some thousand to some million rows.</summary>
public sealed record TreeOptions
{
    /// <summary>Gets the most trees, 1 to 10,000; fewer where <see cref="Patience"/> ends the training.</summary>
    [Range(1, 10_000)]
    public int Trees { get; init; } = 300;

    /// <summary>Gets how much of each tree's answer counts, above 0 to 1.</summary>
    [Range(1e-4, 1)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Gets which leaf is split next.</summary>
    public GrowthOrder Growth { get; init; } = GrowthOrder.DepthWise;

    /// <summary>Gets the most splits from the root to a leaf, 1 to 32.</summary>
    [Range(1, 32)]
    public int MaxDepth { get; init; } = 6;

    /// <summary>Gets the most leaves of a tree, 2 to 4,096; leaves of the greatest gain are split first.</summary>
    [Range(2, 4_096)]
    public int MaxLeaves { get; init; } = 4_096;

    /// <summary>Gets the least sum of second derivatives in a leaf, 0 or more. A row gives at most a quarter of its weight.</summary>
    [Range(0, 1e9)]
    public double MinChildWeight { get; init; } = 1;

    /// <summary>Gets by how much a split must lower the regularised loss, in nats, 0 or more.</summary>
    [Range(0, 1e9)]
    public double MinGain { get; init; }

    /// <summary>Gets the penalty on squared answers of leaves (L2), 0 or more.</summary>
    [Range(0, 1e9)]
    public double L2 { get; init; } = 1;

    /// <summary>Gets the penalty on absolute answers of leaves (L1), 0 or more.</summary>
    [Range(0, 1e9)]
    public double L1 { get; init; }

    /// <summary>Gets what is added to the weight of a category where categories are put in order, so that rare ones stand in the middle.</summary>
    [Range(0, 1e9)]
    public double CategorySmoothing { get; init; } = 10;

    /// <summary>Gets about how many rows a category must have in a node to choose its side; rarer ones go with the greater side.</summary>
    [Range(0, 1e9)]
    public double MinCategoryRows { get; init; } = 10;

    /// <summary>Gets the penalty that is added to <see cref="L2"/> where a split is by categories, as their order was learned from the same rows.</summary>
    [Range(0, 1e9)]
    public double CategoryL2 { get; init; }

    /// <summary>Gets the part of the rows that each tree sees, above 0 to 1.</summary>
    [Range(0.01, 1)]
    public double RowSample { get; init; } = 1;

    /// <summary>Gets the part of the features that each tree sees, above 0 to 1.</summary>
    [Range(0.01, 1)]
    public double FeatureSample { get; init; } = 1;

    /// <summary>Gets the most bins of a number, with the one for missing values, 3 to 256.</summary>
    [Range(3, 256)]
    public int MaxBins { get; init; } = 256;

    /// <summary>Gets how much a row counts whose outcome came to pass, against one where it did not; above 0.</summary>
    [Range(1e-6, 1e6)]
    public double PositiveWeight { get; init; } = 1;

    /// <summary>Gets which numbers may only raise the answer (1) or only lower it (-1), by name of the feature.</summary>
    public ImmutableDictionary<string, int> Monotone { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Gets after how many trees without a better log-loss on the validation rows the training ends; 0 for never.</summary>
    [Range(0, 10_000)]
    public int Patience { get; init; } = 50;

    /// <summary>Gets the seed of all chance; the same seed gives the same model to the last bit.</summary>
    public int Seed { get; init; }

    /// <summary>Gets how many threads work, 1 to 256; 0 for one per core. The model does not depend on it.</summary>
    [Range(0, 256)]
    public int Threads { get; init; }
}

/// <summary>Which leaf of a growing tree is split next.</summary>
public enum GrowthOrder
{
    /// <summary>All leaves of a depth, then those of the next.</summary>
    DepthWise,

    /// <summary>Always the leaf whose split gains most.</summary>
    LeafWise,
}
