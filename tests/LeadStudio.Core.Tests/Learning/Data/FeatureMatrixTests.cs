using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Tests.Learning.Data;

public sealed class FeatureMatrixTests
{
    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void FeatureMatrix_InfiniteNumber_NamesFeatureAndRow(float infinite)
    {
        var error = Assert.Throws<ArgumentException>(() => new FeatureMatrix([new("first"), new("second")], [1, 2, float.NaN, infinite]));

        Assert.StartsWith("\"second\" has an infinite number in row 1. Give NaN", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(254)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    public void FeatureMatrix_NoCategory_SaysWhichThereAre(float category)
    {
        var error = Assert.Throws<ArgumentException>(() => new FeatureMatrix([new("kind", FeatureKind.Category)], [0, category]));

        Assert.Contains("Categories are whole numbers from 0 to 253: merge rare ones", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 3)]
    public void FeatureMatrix_NoWholeRows_IsRefused(int features, int values) =>
        Assert.Throws<ArgumentException>(() => new FeatureMatrix([.. Enumerable.Range(0, features).Select(at => new Feature($"f{at}"))], new float[values]));

    [Fact]
    public void FeatureMatrix_OneNameTwice_IsRefused() =>
        Assert.Contains("\"a\"", Assert.Throws<ArgumentException>(() => new FeatureMatrix([new("a"), new("a")], [1, 2])).Message, StringComparison.Ordinal);
}
