using FsCheck.Xunit;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear;

namespace LeadStudio.Core.Tests.Learning.Linear;

public sealed class LogisticRegressionPropertyTests
{
    [Property(MaxTest = 25)]
    public void Explain_AnyRow_AddsUpToTheMargin(int seed, float age, float visits, byte source)
    {
        var model = LinearData.Train(LinearData.Draw(seed));
        float[] row = [age, visits, source, float.NaN];
        var contributions = new double[4];

        var start = model.Explain(row, contributions);

        LinearData.AssertClose([model.ExactMargin(row)], [start + contributions.Sum()], 1e-9);
        Assert.True(float.IsFinite(model.Margin(row)));
        Assert.Equal(0, contributions[3]);
    }

    [Property(MaxTest = 25)]
    public void Explain_AllTrainingRows_HasTheMeanZero(int seed) // what makes a contribution a Shapley value against the training rows
    {
        var training = LinearData.Draw(seed);
        var model = LinearData.Train(training);
        var (sums, contributions) = (new double[4], new double[4]);

        for (var row = 0; row < training.Features.RowCount; row++)
        {
            model.Explain(training.Features.Row(row), contributions);
            sums = [.. sums.Zip(contributions, (sum, contribution) => sum + contribution)];
        }

        LinearData.AssertClose(new double[4], sums, 1e-9);
    }

    [Property(MaxTest = 25)]
    public void Train_RowsInAnotherOrder_GivesTheSame(int seed, bool sizes)
    {
        var training = LinearData.Draw(seed);
        var order = Enumerable.Range(0, training.Features.RowCount).ToArray();
        new Random(seed).Shuffle(order);
        var options = Options(sizes);

        var (model, other) = (LinearData.Train(training, options), LinearData.Train(training.Select(order), options));

        LinearData.AssertClose(model.Terms.Select(term => term.Weight), other.Terms.Select(term => term.Weight), 1e-9);
        LinearData.AssertClose(LinearData.Margins(model, training.Features), LinearData.Margins(other, training.Features), 1e-9);
    }

    [Property(MaxTest = 25)]
    public void Train_WholeWeights_AreAsRepetitions(int seed, bool sizes)
    {
        var training = LinearData.Draw(seed);
        var random = new Random(seed);
        var weights = Enumerable.Range(0, training.Features.RowCount).Select(_ => (float)random.Next(1, 4)).ToArray();
        var repeated = training.Select(weights.SelectMany((weight, row) => Enumerable.Repeat(row, (int)weight)).ToArray());
        var weighted = new TrainingSet(training.Features, training.Labels.ToArray(), weights);

        var (model, other) = (LinearData.Train(weighted, Options(sizes)), LinearData.Train(repeated, Options(sizes)));

        Assert.Equal(model.Terms.Select(term => (term.Feature, term.Kind)), other.Terms.Select(term => (term.Feature, term.Kind)));
        LinearData.AssertClose(LinearData.Margins(model, training.Features), LinearData.Margins(other, training.Features), 1e-7);
    }

    [Property(MaxTest = 25)]
    public void Train_AConstantColumnMore_ChangesNothing(int seed, float constant)
    {
        var training = LinearData.Draw(seed);
        var wider = Widen(training, _ => float.IsInfinity(constant) ? float.MaxValue : constant);

        var (model, other) = (LinearData.Train(training), LinearData.Train(wider));

        Assert.Equal<LinearTerm>(model.Terms, other.Terms);
        Assert.Equal(model.BaseMargin, other.BaseMargin);
    }

    [Property(MaxTest = 25)]
    public void Train_AColumnInAnotherUnit_PredictsTheSame(int seed, bool sizes)
    {
        var training = LinearData.Draw(seed);
        float[] values = [.. training.Features.Values];
        for (var at = 0; at < values.Length; at += 4)
        {
            (values[at], values[at + 1]) = (values[at] * 1024, values[at + 1] / 4096); // without rounding
        }

        var scaled = new FeatureMatrix(LinearData.Features, values);
        var (model, other) = (LinearData.Train(training, Options(sizes)), LinearData.Train(new TrainingSet(scaled, training.Labels.ToArray()), Options(sizes)));

        LinearData.AssertClose(LinearData.Margins(model, training.Features), LinearData.Margins(other, scaled), 1e-9);
    }

    private static LogisticRegressionOptions Options(bool sizes) => new() { Penalty = sizes ? Penalty.Sizes : Penalty.Squares, Tolerance = 1e-10 };

    private static TrainingSet Widen(TrainingSet training, Func<int, float> more)
    {
        var values = Enumerable.Range(0, training.Features.RowCount).SelectMany(row => (float[])[.. training.Features.Row(row), more(row)]).ToArray();
        return new TrainingSet(new FeatureMatrix([.. LinearData.Features, new Feature("more")], values), training.Labels.ToArray());
    }
}
