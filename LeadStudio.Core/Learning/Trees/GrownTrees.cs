using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>All trees of a training, with the log-loss on the rows that it watched.</summary>
/// <param name="Model">The model of all trees.</param>
/// <param name="LogLosses">The mean log-loss with 0, 1, 2… trees, in nats; empty where no rows were watched.</param>
internal sealed record GrownTrees(TreeModel Model, ImmutableArray<double> LogLosses)
{
    /// <summary>Finds how many trees are best for several trainings together.</summary>
    /// <param name="trainings">The trainings.</param>
    /// <returns>The number with the least mean log-loss; a training that ended before counts as it ended.</returns>
    public static int BestCount(IReadOnlyList<GrownTrees> trainings) =>
        Enumerable.Range(0, trainings.Max(training => training.LogLosses.Length))
            .MinBy(count => trainings.Sum(training => training.LogLosses[Math.Min(count, training.LogLosses.Length - 1)]));

    /// <summary>Takes the first trees.</summary>
    /// <param name="count">How many, at most.</param>
    /// <returns>A model of them.</returns>
    public TreeModel Take(int count) => new(Model.Features, Model.BaseMargin, [.. Model.Trees.Take(count)]);
}
