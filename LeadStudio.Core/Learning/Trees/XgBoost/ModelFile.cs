namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>What a model file of XGBoost says, as far as it matters here, not yet checked. Null where the file is silent.</summary>
/// <remarks>
/// What the members mean: doc/model.schema of XGBoost. <c>best_iteration</c> is not among them: where training stopped early, XGBoost's
/// <c>Booster.predict</c> uses all trees of the file too; whoever wants only the best ones slices the model before saving it.
/// </remarks>
internal sealed class ModelFile
{
    /// <summary>Gets or sets the name of what was trained for, such as <c>binary:logistic</c>.</summary>
    public string? Objective { get; set; }

    /// <summary>Gets or sets the kind of model, such as <c>gbtree</c>.</summary>
    public string? Booster { get; set; }

    /// <summary>Gets or sets the answer before the first tree: a probability, or with <c>binary:logitraw</c> a margin.</summary>
    public string? BaseScore { get; set; }

    /// <summary>Gets or sets how many outcomes there are; 0 or 1 where there are two.</summary>
    public string? ClassCount { get; set; }

    /// <summary>Gets or sets how many answers a row gets.</summary>
    public string? TargetCount { get; set; }

    /// <summary>Gets or sets how many columns a row has.</summary>
    public string? FeatureCount { get; set; }

    /// <summary>Gets or sets how many trees there are.</summary>
    public string? TreeCount { get; set; }

    /// <summary>Gets the names of the columns; none where they have none.</summary>
    public List<string> FeatureNames { get; } = [];

    /// <summary>Gets the types of the columns; none where they are not known.</summary>
    public List<string> FeatureTypes { get; } = [];

    /// <summary>Gets the trees; null where the file has no list of trees.</summary>
    public List<TreeArrays>? Trees { get; set; }
}

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
