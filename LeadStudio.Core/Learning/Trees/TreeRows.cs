using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Whether trees can be learned from some rows.</summary>
internal static class TreeRows
{
    /// <summary>Looks at the rows.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">The rows to watch.</param>
    /// <param name="options">How trees are grown.</param>
    /// <returns>Why nothing can be learned from them; null where it can.</returns>
    public static InvalidError? WhyNot(TrainingSet training, TrainingSet? validation, TreeOptions options)
    {
        var labels = training.Labels;
        if (labels.Length < 2)
        {
            return new TrainingRefused($"There are {labels.Length} rows. Give rows of both outcomes, some hundred at least.");
        }

        if (!labels.Contains(!labels[0]))
        {
            return new OnlyOneOutcome(labels[0]);
        }

        if (validation is not null && (validation.Labels.IsEmpty || !validation.Features.Features.SequenceEqual(training.Features.Features)))
        {
            return new TrainingRefused("The validation rows do not have the features of the training rows. Encode both by one encoder.");
        }

        foreach (var (name, direction) in options.Monotone)
        {
            if (training.Features.Features.FirstOrDefault(feature => feature.Name == name) is not { Kind: FeatureKind.Number } || direction is not (1 or -1))
            {
                return new TrainingRefused($"\"{name}\" cannot be monotone by {direction}. Name a feature that is a number, and give 1 or -1.");
            }
        }

        return null;
    }
}
