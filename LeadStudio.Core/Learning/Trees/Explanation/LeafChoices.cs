namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>What a row can meet on the way to a leaf, or to the two leaves under one node, and what each feature adds then.</summary>
internal sealed class LeafChoices
{
    private readonly LeafWay[] _leaves;
    private readonly int _last;
    private readonly bool _isAskedBefore;

    /// <summary>Initializes a new instance of the <see cref="LeafChoices"/> class.</summary>
    /// <param name="leaves">A leaf, or two with the same parent, the left one first.</param>
    public LeafChoices(LeafWay[] leaves)
    {
        _leaves = leaves;
        Features = leaves[0].Features;
        _last = Array.FindIndex(leaves[0].Questions, questions => questions.Any(question => question.Node == leaves[0].Parent));
        _isAskedBefore = leaves.Length > 1 && leaves[0].Questions[_last].Length > 1;

        // Of two leaves the last question parts them: it is a test of its own where the same feature was asked for before.
        Tests = _isAskedBefore
            ? [.. leaves[0].Questions.Select(questions => questions.Where(question => question.Node != leaves[0].Parent).ToArray()), [(leaves[0].Parent, true)]]
            : leaves[0].Questions;
    }

    /// <summary>Gets the features.</summary>
    public int[] Features { get; }

    /// <summary>Gets the tests: the questions that must all go one way.</summary>
    public (int Node, bool Left)[][] Tests { get; }

    /// <summary>Adds what each feature adds, for each choice of tests that a row meets.</summary>
    /// <param name="entries">Takes a number per feature for each choice; test j is bit j.</param>
    public void AddEntries(List<float> entries)
    {
        Span<double> added = stackalloc double[Features.Length];
        Span<double> sum = stackalloc double[Features.Length];
        for (var met = 0UL; met < 1UL << Tests.Length; met++)
        {
            sum.Clear();
            for (var leaf = 0; leaf < _leaves.Length; leaf++)
            {
                ShapleyWeights.Compute(MetOf(met, leaf), _leaves[leaf].Shares, _leaves[leaf].Value, added);
                for (var feature = 0; feature < sum.Length; feature++)
                {
                    sum[feature] += added[feature];
                }
            }

            foreach (var contribution in sum)
            {
                entries.Add((float)contribution);
            }
        }
    }

    // Which features' questions a leaf's way has met. The tests are those of the left leaf.
    private ulong MetOf(ulong met, int leaf)
    {
        var lastBit = 1UL << _last;
        if (!_isAskedBefore)
        {
            return leaf == 0 ? met : met ^ lastBit;
        }

        var direction = 1UL << Features.Length;
        var goesHere = ((met & direction) != 0) == (leaf == 0);
        return (goesHere ? met : met & ~lastBit) & ~direction;
    }
}
