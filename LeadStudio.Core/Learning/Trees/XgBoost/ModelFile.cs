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

    /// <summary>Gets or sets the trees; null where the file has no list of trees.</summary>
    public List<TreeArrays>? Trees { get; set; }
}
