using System.Collections.Immutable;
using System.Globalization;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Checks what a model file says and makes a <see cref="TreeModel"/> of it.</summary>
internal static class TreeModelBuilder
{
    // With it, base_score is a margin; with the others a probability.
    private const string RawMargins = "binary:logitraw";

    private const string TrainAgain = "Train one with booster=\"gbtree\" and objective=\"binary:logistic\".";

    /// <summary>Makes the model.</summary>
    /// <param name="file">What the file says.</param>
    /// <returns>The model.</returns>
    public static TreeModel Build(ModelFile file)
    {
        CheckKind(file);
        var trees = file.Trees ?? throw new FileProblemException("The file holds no trees of XGBoost.");
        if (file.TreeCount is not null && ReadCount(file.TreeCount, "num_trees") != trees.Count)
        {
            throw new FileProblemException(string.Create(CultureInfo.InvariantCulture, $"The file is damaged: it has {trees.Count} trees and says that there are {file.TreeCount}."));
        }

        var featureCount = ReadCount(file.FeatureCount ?? "0", "num_feature");
        var rebuilt = new RegressionTree[trees.Count];
        for (var tree = 0; tree < rebuilt.Length; tree++)
        {
            rebuilt[tree] = TreeRebuilder.Rebuild(trees[tree], featureCount);
            trees[tree] = new TreeArrays();
        }

        return new TreeModel(FeaturesOf(file, featureCount, rebuilt), BaseMarginOf(file), [.. rebuilt]);
    }

    private static void CheckKind(ModelFile file)
    {
        if (file.Booster is null || file.Objective is null)
        {
            throw new FileProblemException("The file holds no model of XGBoost: its booster or its objective is missing.");
        }

        if (file.Booster != "gbtree")
        {
            throw new FileProblemException($"The file holds a model of the kind \"{file.Booster}\", of which only boosted trees (\"gbtree\") are read.", TrainAgain);
        }

        if (ReadCount(file.ClassCount ?? "0", "num_class") > 1 || ReadCount(file.TargetCount ?? "1", "num_target") > 1)
        {
            throw new FileProblemException("The model tells more than two outcomes apart, and LeadStudio asks whether one outcome comes to pass or not.", TrainAgain);
        }

        if (file.Objective is not ("binary:logistic" or RawMargins or "reg:logistic"))
        {
            throw new FileProblemException($"The model was trained for \"{file.Objective}\", so its answers are no probabilities of an outcome.", TrainAgain);
        }
    }

    private static float BaseMarginOf(ModelFile file)
    {
        var score = float.TryParse((file.BaseScore ?? "0.5").Trim('[', ']'), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : float.NaN;
        return file.Objective == RawMargins && float.IsFinite(score) ? score
            : file.Objective != RawMargins && score is > 0 and < 1 ? StartingPoint.MarginOf(score)
            : throw new FileProblemException($"The model begins with the base_score \"{file.BaseScore}\", which is no probability above 0 and below 1.", TrainAgain);
    }

    private static ImmutableArray<Feature> FeaturesOf(ModelFile file, int count, RegressionTree[] trees)
    {
        if ((file.FeatureNames.Count > 0 && file.FeatureNames.Count != count) || (file.FeatureTypes.Count > 0 && file.FeatureTypes.Count != count) || count == 0)
        {
            throw new FileProblemException(
                string.Create(CultureInfo.InvariantCulture, $"The file is damaged: it has {file.FeatureNames.Count} names and {file.FeatureTypes.Count} types for {count} features."));
        }

        var ofCategories = new bool[count];
        foreach (var node in trees.SelectMany(tree => tree.Nodes))
        {
            if (node.RightCategories is not null)
            {
                ofCategories[node.Feature] = true;
            }
        }

        var names = file.FeatureNames.Count > 0 ? file.FeatureNames : [.. Enumerable.Range(0, count).Select(feature => string.Create(CultureInfo.InvariantCulture, $"f{feature}"))];
        if (names.Distinct(StringComparer.Ordinal).Count() < count)
        {
            throw new FileProblemException("Two features of the model have one name.", "Train with a name of its own for each.");
        }

        return [.. names.Select((name, feature) => new Feature(name, ofCategories[feature] || file.FeatureTypes.ElementAtOrDefault(feature) == "c" ? FeatureKind.Category : FeatureKind.Number))];
    }

    private static int ReadCount(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= ModelFileReader.MostFeatures
            ? count
            : throw new FileProblemException($"The file is damaged: {name} is no number from 0 to {ModelFileReader.MostFeatures}.");
}
