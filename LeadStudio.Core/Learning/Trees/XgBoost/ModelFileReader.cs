using System.Globalization;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Takes what matters out of a model file of XGBoost, in whatever order it is there.</summary>
/// <param name="file">The file.</param>
internal sealed class ModelFileReader(FileReader file)
{
    /// <summary>The most trees of a model.</summary>
    public const int MostTrees = 10_000;

    /// <summary>The most nodes of a tree.</summary>
    public const int MostNodes = 1_000_000;

    /// <summary>The most features of a model.</summary>
    public const int MostFeatures = 100_000;

    // What the lists of all trees need in memory stays at half a gigabyte: 16 million nodes with eight numbers each.
    private const int MostNumbers = 128_000_000;
    private const int MostCategories = 4_000_000;

    private readonly ModelFile _model = new();
    private long _numbers;

    /// <summary>Reads the file from behind its first brace on.</summary>
    /// <returns>What it says.</returns>
    public ModelFile Read()
    {
        file.ReadMembers(name => Take(name == "learner", () => file.ReadObject(ReadLearner)));
        return _model;
    }

    private static FileProblemException TooLarge(string what) => new($"The model has {what}.", "Train with fewer or shallower trees.");

    private void ReadLearner(string name)
    {
        switch (name)
        {
            case "feature_names":
                file.ReadArray(() => AddText(_model.FeatureNames));
                break;
            case "feature_types":
                file.ReadArray(() => AddText(_model.FeatureTypes));
                break;
            case "gradient_booster":
                file.ReadObject(ReadBooster);
                break;
            case "learner_model_param":
                file.ReadObject(ReadParameter);
                break;
            case "objective":
                file.ReadObject(member => Take(member == "name", () => _model.Objective = file.ReadText()));
                break;
            default:
                file.Skip();
                break;
        }
    }

    private void ReadParameter(string name)
    {
        switch (name)
        {
            case "base_score":
                _model.BaseScore = file.ReadParameter();
                break;
            case "num_class":
                _model.ClassCount = file.ReadParameter();
                break;
            case "num_target":
                _model.TargetCount = file.ReadParameter();
                break;
            case "num_feature":
                _model.FeatureCount = file.ReadParameter();
                break;
            default:
                file.Skip();
                break;
        }
    }

    private void ReadBooster(string name)
    {
        switch (name)
        {
            case "name":
                _model.Booster = file.ReadText();
                break;
            case "model":
                file.ReadObject(ReadModel);
                break;
            default:
                file.Skip();
                break;
        }
    }

    private void ReadModel(string name)
    {
        switch (name)
        {
            case "gbtree_model_param":
                file.ReadObject(member => Take(member == "num_trees", () => _model.TreeCount = file.ReadParameter()));
                break;
            case "trees":
                _model.Trees = [];
                file.ReadArray(ReadTree);
                break;
            default:
                file.Skip();
                break;
        }
    }

    private void ReadTree()
    {
        var tree = new TreeArrays();
        file.ReadObject(name => ReadNodes(tree, name));
        _model.Trees!.Add(tree);
        if (_model.Trees.Count > MostTrees)
        {
            throw TooLarge(string.Create(CultureInfo.InvariantCulture, $"more than {MostTrees:N0} trees"));
        }
    }

    private void ReadNodes(TreeArrays tree, string name)
    {
        switch (name)
        {
            case "left_children":
                tree.Left = Integers(MostNodes);
                break;
            case "right_children":
                tree.Right = Integers(MostNodes);
                break;
            case "split_indices":
                tree.Features = Integers(MostNodes);
                break;
            case "split_conditions":
                tree.Conditions = Floats(MostNodes);
                break;
            case "default_left":
                tree.MissingLeft = Integers(MostNodes);
                break;
            case "split_type":
                tree.SplitTypes = Integers(MostNodes);
                break;
            case "sum_hessian":
                tree.Covers = Floats(MostNodes);
                break;
            case "loss_changes":
                tree.Gains = Floats(MostNodes);
                break;
            case "categories":
                tree.Categories = Integers(MostCategories);
                break;
            case "categories_nodes":
                tree.CategoryNodes = Integers(MostNodes);
                break;
            case "categories_segments":
                tree.CategoryStarts = Integers(MostNodes);
                break;
            case "categories_sizes":
                tree.CategoryCounts = Integers(MostNodes);
                break;
            default:
                file.Skip();
                break;
        }
    }

    private int[] Integers(int most)
    {
        var numbers = file.ReadIntegers(most);
        Count(numbers.Length);
        return numbers;
    }

    private float[] Floats(int most)
    {
        var numbers = file.ReadFloats(most);
        Count(numbers.Length);
        return numbers;
    }

    private void Count(int numbers)
    {
        _numbers += numbers;
        if (_numbers > MostNumbers)
        {
            throw TooLarge("trees that are too large together");
        }
    }

    private void AddText(List<string> texts)
    {
        texts.Add(file.ReadText());
        if (texts.Count > MostFeatures)
        {
            throw new FileProblemException(string.Create(CultureInfo.InvariantCulture, $"The model has more than {MostFeatures:N0} features."), "Train with fewer.");
        }
    }

    private void Take(bool wanted, Action take)
    {
        if (wanted)
        {
            take();
        }
        else
        {
            file.Skip();
        }
    }
}
