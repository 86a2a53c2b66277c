using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Tests.Learning.Evaluation;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Calibration;

public sealed class PlattScalingTests
{
    // scikit-learn's own Platt stops at a gradient of 1e-5, so it checks the formula roughly; the same loss as a logistic regression on rows
    // that count as positive and negative in part, to the last digits.
    private const string Script =
        """
        import numpy as np
        from sklearn.calibration import _sigmoid_calibration
        from sklearn.linear_model import LogisticRegression
        x, y, w = np.array(data["Scores"]), np.array(data["Labels"]).astype(float), np.array(data["Weights"]) if data["Weights"] else np.ones(len(data["Scores"]))
        a, b = _sigmoid_calibration(x, y, w)
        p, n = w[y == 1].sum(), w[y == 0].sum()
        t = np.where(y == 1, (p + 1) / (p + 2), 1 / (n + 2))
        exact = LogisticRegression(penalty=None, solver="newton-cholesky", tol=1e-13, max_iter=1000).fit(
            np.r_[x, x].reshape(-1, 1), np.r_[np.ones(len(x)), np.zeros(len(x))], sample_weight=np.r_[w * t, w * (1 - t)])
        answer = [-a, -b, exact.coef_[0][0], exact.intercept_[0]]
        """;

    [SkippableTheory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Fit_Scores_AgreesWithScikitLearn(int seed, bool isWeighted)
    {
        var sample = SampleRows.Of(seed);
        var scores = sample.Scores.Select(score => (8 * score) - 3).ToArray();
        var weights = isWeighted ? sample.Weights : [];

        var (slope, intercept) = PlattFit.Fit(scores, sample.Labels, weights);

        var expected = await DebianPython.RunAsync<double[]>(Script, new { Scores = scores, sample.Labels, Weights = weights });
        Assert.Equal(expected[0], slope, 1e-4);
        Assert.Equal(expected[1], intercept, 1e-4);
        Assert.Equal(expected[2], slope, 1e-9);
        Assert.Equal(expected[3], intercept, 1e-9);
    }

    [Property(MaxTest = 5)]
    public void Fit_LogOddsStretched_FindsTheWayBack(int seed)
    {
        var random = new Random(seed);
        var (slope, intercept) = (0.3 + (2 * random.NextDouble()), random.NextDouble() - 0.5);
        var truth = new PlattScaling(slope, intercept);
        var probabilities = Enumerable.Range(0, 40_000).Select(_ => 0.02 + (0.96 * random.NextDouble())).ToArray();
        var labels = probabilities.Select(probability => random.NextDouble() < truth.Calibrate(probability)).ToArray();

        var found = PlattScaling.Fit(probabilities, labels).Value!;

        Assert.Equal(slope, found.Slope, 0.12);
        Assert.Equal(intercept, found.Intercept, 0.12);
    }

    [Fact]
    public void Fit_TheWrongWayRound_IsTheMeanOfTheTargets() // 3/4 and 1/4, as often
    {
        var map = PlattScaling.Fit([0.2, 0.3, 0.7, 0.8], [true, true, false, false]).Value!;

        Assert.Equal(0, map.Slope);
        Assert.Equal(0.5, map.Calibrate(0.9), 1e-9);
    }

    [Fact]
    public void Fit_HostileRows_StaysFinite()
    {
        double[] extremes = [0, 0, 1, 1, 0, 1];
        bool[] labels = [false, true, true, false, false, true];
        double[][] inputs = [extremes, [0.3, 0.3, 0.3, 0.3, 0.3, 0.3], [0, 0.999999, 1, 1e-300, 0.1, 1]];

        Assert.All(inputs, input =>
        {
            var map = PlattScaling.Fit(input, labels).Value!;
            Assert.All([0, 1e-300, 0.5, 1], probability => Assert.InRange(map.Calibrate(probability), 0, 1));
        });
        Assert.Equal(0.5, PlattScaling.Fit(inputs[1], labels).Value!.Calibrate(0.3), 1e-9);
    }

    [Fact]
    public void Fit_RowsThatPartPerfectly_StopsAtTheTargets() // Platt's targets keep the slope finite: 3/4 and 1/4 with two rows of each
    {
        var map = PlattScaling.Fit([0.1, 0.1, 0.9, 0.9], [false, false, true, true]).Value!;

        Assert.Equal(0.25, map.Calibrate(0.1), 1e-9);
        Assert.Equal(0.75, map.Calibrate(0.9), 1e-9);
    }

    [Fact]
    public void Fit_OneOutcome_IsAnError() => Assert.Equal(new OnlyOneOutcome(Outcome: true), PlattScaling.Fit([0.1, 0.9], [true, true]).Error);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(1, double.PositiveInfinity)]
    public void Constructor_NumbersThatTurnTheOrderRound_AreRefused(double slope, double intercept) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlattScaling(slope, intercept));
}
