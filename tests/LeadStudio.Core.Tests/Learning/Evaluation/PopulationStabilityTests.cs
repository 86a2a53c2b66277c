using FsCheck.Xunit;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class PopulationStabilityTests
{
    [Fact]
    public void Compare_HalvesThatMove_GivesTheFormulasSum() // (0.75 - 0.5) ln 1.5 + (0.25 - 0.5) ln 0.5, by hand
    {
        var baseline = NumberBaseline.Of([1, 2, 3, 4], bins: 2);

        var stability = baseline.Compare([0, 1, 2, 100]);

        Assert.Equal([2.0], baseline.Edges);
        Assert.Equal((0.25 * Math.Log(1.5)) - (0.25 * Math.Log(0.5)), stability.Index, 1e-12);
        Assert.Equal(StabilityReading.Shifted, stability.Reading);
        Assert.Equal(stability.Index, stability.Bins.Sum(bin => bin.Contribution), 1e-12);
        Assert.Equal([(0.5, 0.75), (0.5, 0.25), (0, 0)], stability.Bins.Select(bin => (bin.ReferenceShare, bin.CurrentShare)));
    }

    [Fact]
    public void Compare_MissingAndInfinite_HaveTheirBins()
    {
        var baseline = NumberBaseline.Of([1, 2, double.NaN, double.PositiveInfinity], bins: 2);

        var stability = baseline.Compare([double.NegativeInfinity, double.NaN, double.NaN, double.PositiveInfinity]);

        Assert.Equal([0.25, 0.25, 0.5], stability.Bins.Select(bin => bin.CurrentShare));
        Assert.Equal(StabilityBinKind.Missing, stability.Bins[^1].Kind);
    }

    [Fact]
    public void Compare_AnEmptyBin_CountsAsHalfARow() // of 100 rows, by hand
    {
        var baseline = CategoryBaseline.Of([.. Enumerable.Repeat(3, 50), .. Enumerable.Repeat(8, 50)]);

        var stability = baseline.Compare([.. Enumerable.Repeat(3, 50), .. Enumerable.Range(100, 50)]);

        var vanished = (0.005 - 0.5) * Math.Log(0.005 / 0.5);
        Assert.Equal([0, vanished, vanished, 0], stability.Bins.Select(bin => bin.Contribution), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.Equal(
            [StabilityBinKind.Category, StabilityBinKind.Category, StabilityBinKind.NewCategories, StabilityBinKind.Missing],
            stability.Bins.Select(bin => bin.Kind));
    }

    [Property(MaxTest = 50)]
    public void Compare_TheSameRows_IsZeroAndBinsAreEven(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToArray();
        var codes = Enumerable.Range(0, 1000).Select(_ => random.Next(-1, 20)).ToArray();

        var numbers = NumberBaseline.Of(values);

        Assert.Equal(0, numbers.Compare(values).Index);
        Assert.All(numbers.Counts.SkipLast(1), count => Assert.Equal(100, count));
        Assert.Equal(0, CategoryBaseline.Of(codes).Compare(codes).Index);
        Assert.Equal(StabilityReading.Stable, CategoryBaseline.Of(codes).Compare(codes).Reading);
    }

    [Fact]
    public void Of_FewDistinctNumbers_HasFewerRanges()
    {
        Assert.Equal([0.0], NumberBaseline.Of([0, 0, 0, 0, 0, 0, 0, 1]).Edges);
        Assert.Empty(NumberBaseline.Of([5, 5, 5]).Edges);
        Assert.Equal([0L, 2], NumberBaseline.Of([double.NaN, double.NaN]).Counts);
    }

    [Theory]
    [InlineData(0.0999, StabilityReading.Stable)]
    [InlineData(0.1, StabilityReading.Shifting)]
    [InlineData(0.25, StabilityReading.Shifted)]
    public void Reading_Edges_BelongToTheWorseReading(double index, StabilityReading reading) =>
        Assert.Equal(reading, new PopulationStability(index, []).Reading);

    [Fact]
    public void Baselines_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NumberBaseline.Of([]));
        Assert.Throws<ArgumentException>(() => NumberBaseline.Of([1]).Compare([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberBaseline.Of([1], bins: 0));
        Assert.Throws<ArgumentException>(() => new NumberBaseline([2, 1], [1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => new NumberBaseline([1], [1, 1]));
        Assert.Throws<ArgumentException>(() => new CategoryBaseline([1, 1], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => new CategoryBaseline([1], [0, 0]));
        Assert.Throws<ArgumentException>(() => CategoryBaseline.Of([]));
    }
}
