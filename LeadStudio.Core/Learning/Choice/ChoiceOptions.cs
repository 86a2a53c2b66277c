using System.ComponentModel.DataAnnotations;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>How learners are compared.</summary>
public sealed record ChoiceOptions
{
    /// <summary>Gets for how long to compare; the first candidate is always tried, and the last model is learned after it.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets into how many folds the rows are parted, 2 to 20.</summary>
    [Range(2, 20)]
    public int Folds { get; init; } = 5;

    /// <summary>Gets how many rows the comparison looks at at most, drawn by chance; 100 or more. The last model is learned from all.</summary>
    [Range(100, int.MaxValue)]
    public int MostRows { get; init; } = 50_000;

    /// <summary>Gets the seed of folds and samples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets what is compared.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = Candidate.Default;
}
