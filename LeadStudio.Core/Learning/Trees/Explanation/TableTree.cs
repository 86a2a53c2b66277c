namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>A tree whose contributions were computed before: for each leaf and each choice of features whose questions a row meets.</summary>
/// <remarks>
/// A leaf of d features has 2^d choices; for the usual depth of 6 that is less work than to go through the tree once for one row.
/// Source of the idea: J. Yang, "Fast TreeSHAP", arXiv:2109.09847 (2021), version 2.
/// </remarks>
internal sealed class TableTree
{
    // One bit per question in 64; 2^d times d numbers per leaf.
    private const int MostQuestions = 64;
    private const int MostFeatures = 8;

    private readonly TreeNode[] _questions;
    private readonly Leaf[] _leaves;
    private readonly Test[] _tests;
    private readonly float[] _table;

    private TableTree(TreeNode[] questions, Leaf[] leaves, Test[] tests, float[] table) =>
        (_questions, _leaves, _tests, _table) = (questions, leaves, tests, table);

    /// <summary>Computes the table of a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="ways">The ways to its leaves.</param>
    /// <returns>The tree with its table; null where the table would be too large.</returns>
    public static TableTree? Of(RegressionTree tree, IReadOnlyList<LeafWay> ways)
    {
        var numbers = tree.Nodes.Select((node, number) => (node, number)).Where(each => !each.node.IsLeaf).Select(each => each.number).ToArray();
        if (numbers.Length > MostQuestions || ways.Any(way => way.Features.Length > MostFeatures))
        {
            return null;
        }

        var tests = new List<Test>();
        var leaves = new List<Leaf>();
        var table = new List<float>();
        foreach (var way in ways.Where(way => way.Features.Length > 0))
        {
            leaves.Add(new Leaf(tests.Count, way.Features.Length, table.Count));
            tests.AddRange(way.Features.Select((feature, at) => TestOf(feature, way.Questions[at], numbers)));
            AddTable(way, table);
        }

        return new TableTree([.. numbers.Select(number => tree.Nodes[number])], [.. leaves], [.. tests], [.. table]);
    }

    /// <summary>Adds what each feature contributes to the answer for a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <param name="contributions">What is added to, per feature.</param>
    public void Add(ReadOnlySpan<float> row, Span<float> contributions)
    {
        var left = 0UL;
        for (var question = 0; question < _questions.Length; question++)
        {
            ref readonly var node = ref _questions[question];
            left |= (node.GoesLeft(row[node.Feature]) ? 1UL : 0) << question;
        }

        foreach (ref readonly var leaf in _leaves.AsSpan())
        {
            var tests = _tests.AsSpan(leaf.FirstTest, leaf.Count);
            var met = 0;
            for (var test = 0; test < tests.Length; test++)
            {
                met |= (((left ^ tests[test].Left) & tests[test].Asked) == 0 ? 1 : 0) << test;
            }

            var entries = _table.AsSpan(leaf.FirstEntry + (met * leaf.Count), leaf.Count);
            for (var test = 0; test < tests.Length; test++)
            {
                contributions[tests[test].Feature] += entries[test];
            }
        }
    }

    private static Test TestOf(int feature, (int Node, bool Left)[] questions, int[] numbers)
    {
        var (asked, left) = (0UL, 0UL);
        foreach (var (node, goesLeft) in questions)
        {
            var bit = 1UL << Array.IndexOf(numbers, node);
            asked |= bit;
            left |= goesLeft ? bit : 0;
        }

        return new Test(feature, asked, left);
    }

    private static void AddTable(LeafWay way, List<float> table)
    {
        Span<double> contributions = stackalloc double[way.Features.Length];
        for (var met = 0UL; met < 1UL << way.Features.Length; met++)
        {
            ShapleyWeights.Compute(met, way.Shares, way.Value, contributions);
            foreach (var contribution in contributions)
            {
                table.Add((float)contribution);
            }
        }
    }

    private readonly record struct Leaf(int FirstTest, int Count, int FirstEntry);

    private readonly record struct Test(int Feature, ulong Asked, ulong Left);
}
