using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Tests.Learning.Evaluation;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Calibration;

public sealed class IsotonicMapTests
{
    private static readonly double[] s_grid = [.. Enumerable.Range(0, 1001).Select(step => step / 1000.0)];

    [SkippableTheory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Fit_RowsWithTies_AgreesWithScikitLearn(int seed, bool isWeighted)
    {
        var sample = SampleRows.Of(seed);
        var weights = isWeighted ? sample.Weights : [];

        var map = IsotonicMap.Fit(sample.Scores, sample.Labels, weights).Value!;

        var expected = await DebianPython.RunAsync<double[]>(
            """
            from sklearn.isotonic import IsotonicRegression
            fitted = IsotonicRegression(out_of_bounds="clip").fit(data["Scores"], data["Labels"], sample_weight=data["Weights"] or None)
            answer = fitted.predict(data["Grid"])
            """,
            new { sample.Scores, sample.Labels, Weights = weights, Grid = s_grid });
        Assert.All(expected.Zip(s_grid), pair => Assert.Equal(pair.First, map.Calibrate(pair.Second), 1e-9));
    }

    [Property(MaxTest = 50)]
    public void Calibrate_HigherInputs_NeverGiveLess(int seed)
    {
        var sample = SampleRows.Of(seed, count: 100, distinct: 1000);
        var map = IsotonicMap.Fit(sample.Scores, sample.Labels, sample.Weights).Value!;

        var outputs = Map(map, s_grid);

        Assert.Equal(outputs.Order(), outputs);
        Assert.All(outputs, output => Assert.InRange(output, 0, 1));
    }

    [Property(MaxTest = 50)]
    public void Fit_WhatIsCalibratedAlready_ChangesNothing(int seed)
    {
        var sample = SampleRows.Of(seed);
        var calibrated = Map(IsotonicMap.Fit(sample.Scores, sample.Labels).Value!, sample.Scores);

        var again = Map(IsotonicMap.Fit(calibrated, sample.Labels).Value!, calibrated);

        Assert.All(calibrated.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Property(MaxTest = 50)]
    public void Fit_Weights_EqualRepetition(int seed)
    {
        var weighted = SampleRows.Of(seed);
        var repeated = weighted.Repeated();

        var first = IsotonicMap.Fit(weighted.Scores, weighted.Labels, weighted.Weights).Value!;
        var second = IsotonicMap.Fit(repeated.Scores, repeated.Labels).Value!;

        Assert.Equal(second, first);
    }

    [Fact]
    public void Fit_TheWrongWayRound_IsFlat()
    {
        var map = IsotonicMap.Fit([0.2, 0.4, 0.6, 0.8], [true, true, false, false]).Value!;

        Assert.Equal(new IsotonicMap([0.2, 0.8], [0.5, 0.5]), map);
    }

    [Fact]
    public void Fit_Margin_KeepsOutputsFromBeingCertain()
    {
        var map = IsotonicMap.Fit([0.2, 0.8], [false, true], margin: 0.25).Value!;

        Assert.Equal(new IsotonicMap([0.2, 0.8], [0.25, 0.75]), map);
        Assert.Equal((0.25, 0.75), (map.Calibrate(0), map.Calibrate(1)));
        Assert.Equal(0.5, map.Calibrate(0.5), 1e-12);
        Assert.Equal(double.NaN, map.Calibrate(double.NaN));
    }

    [Fact]
    public void Fit_BadInput_IsRefused()
    {
        Assert.Equal(new OnlyOneOutcome(Outcome: false), IsotonicMap.Fit([0.1, 0.2], [false, false]).Error);
        Assert.Throws<ArgumentException>(() => IsotonicMap.Fit([0.1, 1.2], [false, true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => IsotonicMap.Fit([0.1, 0.2], [false, true], margin: 0.5));
        Assert.Throws<ArgumentException>(() => new IsotonicMap([0.2, 0.2], [0.1, 0.2]));
        Assert.Throws<ArgumentException>(() => new IsotonicMap([0.1, 0.2], [0.2, 0.1]));
    }

    private static double[] Map(Calibrator map, double[] inputs)
    {
        var outputs = new double[inputs.Length];
        map.Calibrate(inputs, outputs);
        return outputs;
    }
}
