namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>A tree whose contributions were computed before: for each leaf, or pair of leaves, and each choice of questions that a row meets.</summary>
/// <remarks>
/// A leaf of d features has 2^d choices; for the usual depth of 6 that is less work than to go through the tree once for one row. Two leaves
/// under one node have the same features, and share a table. Source of the idea: J. Yang, "Fast TreeSHAP", arXiv:2109.09847 (2021), version 2.
/// </remarks>
internal sealed class TableTree
{
    // One bit per question in 64; 2^d times d numbers per leaf.
    private const int MostQuestions = 64;
    private const int MostFeatures = 8;

    private readonly TreeNode[] _questions;
    private readonly Table[] _tables;
    private readonly Test[] _tests;
    private readonly int[] _features;
    private readonly float[] _entries;

    private TableTree(TreeNode[] questions, Table[] tables, Test[] tests, int[] features, float[] entries) =>
        (_questions, _tables, _tests, _features, _entries) = (questions, tables, tests, features, entries);

    /// <summary>Computes the tables of a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="ways">The ways to its leaves.</param>
    /// <returns>The tree with its tables; null where they would be too large.</returns>
    public static TableTree? Of(RegressionTree tree, IReadOnlyList<LeafWay> ways)
    {
        var numbers = tree.Nodes.Select((node, number) => (node, number)).Where(each => !each.node.IsLeaf).Select(each => each.number).ToArray();
        if (numbers.Length > MostQuestions || ways.Any(way => way.Features.Length > MostFeatures))
        {
            return null;
        }

        var (tables, tests, features, entries) = (new List<Table>(), new List<Test>(), new List<int>(), new List<float>());
        foreach (var leaves in ways.Where(way => way.Parent >= 0).GroupBy(way => way.Parent))
        {
            var choices = new LeafChoices([.. leaves]);
            tables.Add(new Table(tests.Count, choices.Tests.Length, features.Count, choices.Features.Length, entries.Count));
            tests.AddRange(choices.Tests.Select(test => TestOf(test, numbers)));
            features.AddRange(choices.Features);
            choices.AddEntries(entries);
        }

        return new TableTree([.. numbers.Select(number => tree.Nodes[number])], [.. tables], [.. tests], [.. features], [.. entries]);
    }

    /// <summary>Adds what each feature contributes to the answer for a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <param name="contributions">What is added to, per feature.</param>
    public void Add(ReadOnlySpan<float> row, Span<double> contributions)
    {
        var left = 0UL;
        for (var question = 0; question < _questions.Length; question++)
        {
            ref readonly var node = ref _questions[question];
            left |= (node.GoesLeft(row[node.Feature]) ? 1UL : 0) << question;
        }

        foreach (ref readonly var table in _tables.AsSpan())
        {
            var tests = _tests.AsSpan(table.FirstTest, table.TestCount);
            var met = 0;
            for (var test = 0; test < tests.Length; test++)
            {
                met |= (((left ^ tests[test].Left) & tests[test].Asked) == 0 ? 1 : 0) << test;
            }

            var features = _features.AsSpan(table.FirstFeature, table.FeatureCount);
            var entries = _entries.AsSpan(table.FirstEntry + (met * features.Length), features.Length);
            for (var feature = 0; feature < features.Length; feature++)
            {
                contributions[features[feature]] += entries[feature];
            }
        }
    }

    private static Test TestOf((int Node, bool Left)[] questions, int[] numbers)
    {
        var (asked, left) = (0UL, 0UL);
        foreach (var (node, goesLeft) in questions)
        {
            var bit = 1UL << Array.IndexOf(numbers, node);
            asked |= bit;
            left |= goesLeft ? bit : 0;
        }

        return new Test(asked, left);
    }

    private readonly record struct Table(int FirstTest, int TestCount, int FirstFeature, int FeatureCount, int FirstEntry);

    private readonly record struct Test(ulong Asked, ulong Left);
}
