using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>A learner with its settings, to be compared with others.</summary>
/// <param name="Name">What it is called in the comparison, once.</param>
/// <param name="Complexity">How hard its models are to read: of equals the one of the lesser number is chosen.</param>
public abstract record Candidate(string Name, int Complexity)
{
    private static readonly TreeOptions s_slow = new() { Trees = 1_500, LearningRate = 0.03, RowSample = 0.7, FeatureSample = 0.5 };

    /// <summary>Gets those that are compared where nothing else is said.</summary>
    /// <remarks>
    /// Few and far apart: shallow and deep trees, slow enough that the best number of them is found well, and two strengths of the linear
    /// model; those first that are worth most where the time ends early. They were chosen by cross-validation on the data sets of docs/learner.md.
    /// </remarks>
    public static IReadOnlyList<Candidate> Default { get; } =
    [
        new LinearCandidate("Logistic regression", new LogisticRegressionOptions()),
        new TreeCandidate("Shallow trees", s_slow with { LearningRate = 0.05, MaxDepth = 3, RowSample = 0.8, FeatureSample = 0.8, MinChildWeight = 2 }),
        new TreeCandidate("Trees of 16 leaves", s_slow with { Growth = GrowthOrder.LeafWise, MaxDepth = 12, MaxLeaves = 16, MinChildWeight = 3, L2 = 3 }),
        new LinearCandidate("Logistic regression, stronger penalty", new LogisticRegressionOptions { Strength = 0.3 }),
        new TreeCandidate("Cautious trees", s_slow with { MaxDepth = 5, MinChildWeight = 8, L2 = 10 }),
        new TreeCandidate("Deep trees", s_slow with { MaxDepth = 6, MinChildWeight = 2 }),
    ];
}

/// <summary>Logistic regression.</summary>
/// <param name="Name">What it is called in the comparison, once.</param>
/// <param name="Options">Its settings.</param>
public sealed record LinearCandidate(string Name, LogisticRegressionOptions Options) : Candidate(Name, 0);

/// <summary>Boosted trees. How many is found by cross-validation.</summary>
/// <param name="Name">What it is called in the comparison, once.</param>
/// <param name="Options">Their settings; of the trees it is the most.</param>
public sealed record TreeCandidate(string Name, TreeOptions Options) : Candidate(Name, 1);
