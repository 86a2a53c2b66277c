using System.Globalization;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Checks a tree of a model file and makes a <see cref="RegressionTree"/> of it.</summary>
/// <remarks>
/// XGBoost leaves pruned nodes in the file, where nothing leads to them, and may put new ones in their place, before their parent. Here they are
/// numbered anew: nodes keep their order, as far as children come after their parent.
/// </remarks>
internal sealed class TreeRebuilder
{
    /// <summary>The most questions on the way to a leaf; explanations hold one bit for each.</summary>
    public const int MostDepth = 64;

    private readonly TreeArrays _tree;
    private readonly int _count;
    private readonly int _featureCount;
    private readonly Dictionary<int, int> _categoryEntries = [];

    private TreeRebuilder(TreeArrays tree, int featureCount)
    {
        (_tree, _featureCount) = (tree, featureCount);
        _count = tree.Left?.Length ?? 0;
        CheckLengths();
        for (var entry = 0; entry < tree.CategoryNodes.Length; entry++)
        {
            _categoryEntries[tree.CategoryNodes[entry]] = entry;
        }
    }

    /// <summary>Makes the tree.</summary>
    /// <param name="tree">The lists of the file.</param>
    /// <param name="featureCount">How many columns a row has.</param>
    /// <returns>The tree.</returns>
    public static RegressionTree Rebuild(TreeArrays tree, int featureCount)
    {
        var rebuilder = new TreeRebuilder(tree, featureCount);
        var order = rebuilder.Order();
        var numbers = new int[rebuilder._count];
        for (var number = 0; number < order.Count; number++)
        {
            numbers[order[number]] = number;
        }

        return new RegressionTree([.. order.Select(node => rebuilder.NodeOf(node, numbers))]);
    }

    private static FileProblemException Damaged(string problem) => new($"The file is damaged: {problem}.");

    private static FileProblemException Damaged(int node, string problem) => Damaged(string.Create(CultureInfo.InvariantCulture, $"node {node} of a tree {problem}"));

    private void CheckLengths()
    {
        if (_count == 0 || _tree.Right?.Length != _count || _tree.Features?.Length != _count || _tree.Conditions?.Length != _count || _tree.MissingLeft?.Length != _count
            || _tree.Covers?.Length != _count || (_tree.Gains ?? _tree.Covers).Length != _count || (_tree.SplitTypes ?? _tree.Left)!.Length != _count)
        {
            throw Damaged("the lists of a tree are missing or differ in length");
        }

        if (_tree.CategoryStarts.Length != _tree.CategoryNodes.Length || _tree.CategoryCounts.Length != _tree.CategoryNodes.Length)
        {
            throw Damaged("the lists of categories differ in length");
        }
    }

    // The nodes that can be reached, each after its parent, and otherwise as they are numbered in the file.
    private List<int> Order()
    {
        var order = new List<int>();
        var depths = new int[_count];
        var seen = new bool[_count];
        var open = new PriorityQueue<int, int>();
        open.Enqueue(0, 0);
        seen[0] = true;
        while (open.TryDequeue(out var node, out _))
        {
            order.Add(node);
            if (_tree.Left![node] == -1)
            {
                continue;
            }

            if (depths[node] == MostDepth)
            {
                throw new FileProblemException(string.Create(CultureInfo.InvariantCulture, $"A tree asks more than {MostDepth} questions in a row."), "Train with a lower max_depth.");
            }

            foreach (var child in (ReadOnlySpan<int>)[_tree.Left[node], _tree.Right![node]])
            {
                if (child < 0 || child >= _count || seen[child])
                {
                    throw Damaged(node, string.Create(CultureInfo.InvariantCulture, $"leads to node {child}, which does not exist or is reached twice"));
                }

                seen[child] = true;
                depths[child] = depths[node] + 1;
                open.Enqueue(child, child);
            }
        }

        return order;
    }

    private TreeNode NodeOf(int node, int[] numbers)
    {
        var (condition, cover) = (_tree.Conditions![node], _tree.Covers![node]);
        if (cover is not (>= 0 and < float.PositiveInfinity))
        {
            throw Damaged(node, "has a sum of second derivatives that is negative or no number");
        }

        if (_tree.Left![node] == -1)
        {
            return float.IsFinite(condition)
                ? new TreeNode { Feature = -1, Value = condition, Cover = cover }
                : throw Damaged(node, "answers what is no finite number");
        }

        var feature = _tree.Features![node];
        if (feature < 0 || feature >= _featureCount)
        {
            throw Damaged(node, string.Create(CultureInfo.InvariantCulture, $"asks for feature {feature} of {_featureCount}"));
        }

        var categories = _tree.SplitTypes is { } types && types[node] != 0 ? CategoriesOf(node) : null;
        if (categories is null && float.IsNaN(condition))
        {
            throw Damaged(node, "compares with what is no number");
        }

        var gain = _tree.Gains?[node] / 2 ?? 0;
        return new TreeNode
        {
            Feature = feature,
            Threshold = categories is null ? condition : 0,
            RightCategories = categories,
            MissingLeft = _tree.MissingLeft![node] != 0,
            Left = numbers[_tree.Left[node]],
            Right = numbers[_tree.Right![node]],
            Gain = float.IsFinite(gain) ? gain : throw Damaged(node, "gains what is no finite number"),
            Cover = cover,
        };
    }

    private CategorySet CategoriesOf(int node)
    {
        if (!_categoryEntries.TryGetValue(node, out var entry))
        {
            throw Damaged(node, "splits by categories that are not listed");
        }

        var (start, count) = (_tree.CategoryStarts[entry], _tree.CategoryCounts[entry]);
        if (start < 0 || count is < 0 or > byte.MaxValue + 1 || start > _tree.Categories.Length - count)
        {
            throw Damaged(node, "has categories outside of their list");
        }

        var categories = _tree.Categories.AsSpan(start, count);
        return categories is [ModelFileWriter.NoCategory] ? CategorySet.Of()
            : categories.ContainsAnyExceptInRange(0, byte.MaxValue) ? throw new FileProblemException($"A tree asks for a category beyond {byte.MaxValue}.", "Merge rare categories and train again.")
            : CategorySet.Of(categories.ToArray());
    }
}
