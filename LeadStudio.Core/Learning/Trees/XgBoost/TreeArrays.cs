namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>A tree of a model file: a value per node in each list, not yet checked. Null where the file is silent.</summary>
internal sealed class TreeArrays
{
    /// <summary>Gets or sets the node for what goes left; -1 in a leaf.</summary>
    public int[]? Left { get; set; }

    /// <summary>Gets or sets the node for what goes right; -1 in a leaf.</summary>
    public int[]? Right { get; set; }

    /// <summary>Gets or sets which column is asked for.</summary>
    public int[]? Features { get; set; }

    /// <summary>Gets or sets the threshold; in a leaf its answer.</summary>
    public float[]? Conditions { get; set; }

    /// <summary>Gets or sets whether missing values go left, 1 or 0.</summary>
    public int[]? MissingLeft { get; set; }

    /// <summary>Gets or sets 1 where the split is by categories, else 0; older files have no such list.</summary>
    public int[]? SplitTypes { get; set; }

    /// <summary>Gets or sets the sum of second derivatives.</summary>
    public float[]? Covers { get; set; }

    /// <summary>Gets or sets twice the gain of the split.</summary>
    public float[]? Gains { get; set; }

    /// <summary>Gets or sets which categories go right, split after split.</summary>
    public int[] Categories { get; set; } = [];

    /// <summary>Gets or sets the nodes that split by categories.</summary>
    public int[] CategoryNodes { get; set; } = [];

    /// <summary>Gets or sets where in <see cref="Categories"/> those of each such node begin.</summary>
    public int[] CategoryStarts { get; set; } = [];

    /// <summary>Gets or sets how many categories each such node has.</summary>
    public int[] CategoryCounts { get; set; } = [];
}
