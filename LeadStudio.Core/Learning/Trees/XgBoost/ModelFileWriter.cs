using System.Collections.Immutable;
using System.Globalization;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Writes a model in the layout of XGBoost 1.7.</summary>
/// <param name="file">Takes it.</param>
internal sealed class ModelFileWriter(FileWriter file)
{
    /// <summary>A category that no column can have; it stands where no category goes right, as XGBoost reads no empty list.</summary>
    public const int NoCategory = byte.MaxValue + 1;

    // What XGBoost writes for the parent of the root.
    private const int NoParent = int.MaxValue;

    /// <summary>Writes the model.</summary>
    /// <param name="model">The model.</param>
    public void Write(TreeModel model)
    {
        var start = StartingPoint.Of(model.BaseMargin);
        var trees = start.Rest == 0 ? model.Trees : [new RegressionTree([new TreeNode { Feature = -1, Value = start.Rest }]), .. model.Trees];
        file.Object(("learner", () => WriteLearner(model.Features, start.Probability, trees)), ("version", () => file.List([1, 7, 4], file.Integer)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteLearner(ImmutableArray<Feature> features, float probability, ImmutableArray<RegressionTree> trees) => file.Object(
        ("attributes", () => file.Object()),
        ("feature_names", () => file.List(FileFeatureNames.Of(features), file.Text)),
        ("feature_types", () => file.List(features, feature => file.Text(feature.Kind == FeatureKind.Category ? "c" : "q"))),
        ("gradient_booster", () => file.Object(("model", () => WriteTrees(trees, features.Length)), ("name", () => file.Text("gbtree")))),
        ("learner_model_param", () => WriteParameters(
            ("base_score", probability.ToString("R", CultureInfo.InvariantCulture)), ("boost_from_average", "1"), ("num_class", "0"), ("num_feature", Text(features.Length)), ("num_target", "1"))),
        ("objective", () => file.Object(("name", () => file.Text("binary:logistic")), ("reg_loss_param", () => WriteParameters(("scale_pos_weight", "1"))))));

    private void WriteTrees(ImmutableArray<RegressionTree> trees, int features) => file.Object(
        ("gbtree_model_param", () => WriteParameters(("num_parallel_tree", "1"), ("num_trees", Text(trees.Length)), ("size_leaf_vector", "0"))),
        ("tree_info", () => file.List(trees, _ => file.Integer(0))),
        ("trees", () => file.List([.. trees.Index()], each => WriteTree(each.Index, each.Item.Nodes, features))));

    private void WriteTree(int number, ImmutableArray<TreeNode> nodes, int features)
    {
        var splits = nodes.Index().Where(each => each.Item.RightCategories is not null).ToArray();
        var categories = splits.Select(each => each.Item.RightCategories!.List().DefaultIfEmpty(NoCategory).ToArray()).ToArray();
        file.Object(
            ("base_weights", () => Floats(nodes, node => node.Value)),
            ("categories", () => file.Integers([.. categories.SelectMany(each => each)])),
            ("categories_nodes", () => file.Integers([.. splits.Select(each => each.Index)])),
            ("categories_segments", () => file.Longs(Starts(categories))),
            ("categories_sizes", () => file.Longs([.. categories.Select(each => each.Length)])),
            ("default_left", () => file.Flags([.. nodes.Select(node => node.MissingLeft)])),
            ("id", () => file.Integer(number)),
            ("left_children", () => Integers(nodes, node => node.IsLeaf ? -1 : node.Left)),
            ("loss_changes", () => Floats(nodes, node => 2 * node.Gain)),
            ("parents", () => file.Integers(Parents(nodes))),
            ("right_children", () => Integers(nodes, node => node.IsLeaf ? -1 : node.Right)),
            ("split_conditions", () => Floats(nodes, node => node.IsLeaf ? node.Value : node.Threshold)),
            ("split_indices", () => Integers(nodes, node => node.IsLeaf ? 0 : node.Feature)),
            ("split_type", () => file.Flags([.. nodes.Select(node => node.RightCategories is not null)])),
            ("sum_hessian", () => Floats(nodes, node => node.Cover)),
            ("tree_param", () => WriteParameters(("num_deleted", "0"), ("num_feature", Text(features)), ("num_nodes", Text(nodes.Length)), ("size_leaf_vector", "0"))));
    }

    private static int[] Starts(int[][] categories)
    {
        var starts = new int[categories.Length];
        for (var split = 1; split < starts.Length; split++)
        {
            starts[split] = starts[split - 1] + categories[split - 1].Length;
        }

        return starts;
    }

    private static int[] Parents(ImmutableArray<TreeNode> nodes)
    {
        var parents = new int[nodes.Length];
        parents[0] = NoParent;
        foreach (var (number, node) in nodes.Index().Where(each => !each.Item.IsLeaf))
        {
            (parents[node.Left], parents[node.Right]) = (number, number);
        }

        return parents;
    }

    private void Floats(ImmutableArray<TreeNode> nodes, Func<TreeNode, float> of) => file.Floats([.. nodes.Select(of)]);

    private void Integers(ImmutableArray<TreeNode> nodes, Func<TreeNode, int> of) => file.Integers([.. nodes.Select(of)]);

    private void WriteParameters(params (string Name, string Value)[] parameters) =>
        file.Object([.. parameters.Select(parameter => (parameter.Name, (Action)(() => file.Text(parameter.Value))))]);
}
