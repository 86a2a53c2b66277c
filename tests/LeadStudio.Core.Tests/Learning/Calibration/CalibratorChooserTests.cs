using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Calibration;

public sealed class CalibratorChooserTests
{
    [Fact]
    public void Choose_CalibratedAlready_LeavesItAlone() => Assert.Equal(CalibratorKind.None, Choose(20_000, probability => probability).Kind);

    [Fact]
    public void Choose_TooSure_TakesTwoNumbers()
    {
        var choice = Choose(20_000, probability => 1 / (1 + Math.Sqrt((1 - probability) / probability)));

        Assert.Equal(CalibratorKind.Platt, choice.Kind);
        Assert.Equal(0.5, ((PlattScaling)choice.Calibrator).Slope, 0.05);
    }

    [Fact]
    public void Choose_Steps_TakesTheMapOfAnyShape()
    {
        var choice = Choose(20_000, probability => probability < 0.45 ? 0.1 : probability < 0.6 ? 0.5 : 0.55);

        Assert.Equal(CalibratorKind.Isotonic, choice.Kind);
        Assert.Equal(0.1, choice.Calibrator.Calibrate(0.3), 0.03);
        Assert.Equal(0.5, choice.Calibrator.Calibrate(0.5), 0.05);
    }

    [Fact]
    public void Choose_FewRows_PrefersTheSimple() // with a few dozen rows a free shape follows noise
    {
        var choice = Choose(60, probability => probability);

        Assert.NotEqual(CalibratorKind.Isotonic, choice.Kind);
        Assert.Equal([CalibratorKind.None, CalibratorKind.Platt, CalibratorKind.Isotonic], choice.Trials.Select(trial => trial.Kind));
        Assert.Contains(choice.Trials, trial => trial.AboveBest == 0);
    }

    [Fact]
    public void Choose_Trials_AreOnRowsNotSeen() // on rows that it was fitted to, a free shape always looks better than it is
    {
        var (probabilities, labels) = Rows(400, probability => probability);
        var fitted = IsotonicMap.Fit(probabilities, labels).Value!;
        var calibrated = new double[probabilities.Length];
        fitted.Calibrate(probabilities, calibrated);

        var choice = CalibratorChooser.Choose(probabilities, labels).Value!;

        Assert.True(choice.Trials[2].LogLoss > ProbabilityMetrics.LogLoss(calibrated, labels));
        Assert.Equal(ProbabilityMetrics.LogLoss(probabilities, labels), choice.Trials[0].LogLoss, 1e-12);
    }

    [Fact]
    public void Choose_TooFewOfALabel_IsAnError()
    {
        Assert.IsType<TooFewRows>(CalibratorChooser.Choose([0.1, 0.2, 0.3, 0.9, 0.4, 0.5], [false, false, false, true, false, false]).Error);
        Assert.IsType<OnlyOneOutcome>(CalibratorChooser.Choose([0.1, 0.2], [true, true]).Error);
    }

    private static CalibratorChoice Choose(int count, Func<double, double> truth)
    {
        var (probabilities, labels) = Rows(count, truth);
        return CalibratorChooser.Choose(probabilities, labels).Value!;
    }

    private static (double[] Probabilities, bool[] Labels) Rows(int count, Func<double, double> truth)
    {
        var random = new Random(11);
        var probabilities = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToArray();
        return (probabilities, [.. probabilities.Select(probability => random.NextDouble() < truth(probability))]);
    }
}
