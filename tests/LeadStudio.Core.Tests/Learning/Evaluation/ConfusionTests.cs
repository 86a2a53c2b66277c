using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class ConfusionTests
{
    private static readonly RankedRows s_rows = RankedRows.Of([0.9, 0.5, 0.4, 0.1], [true, false, true, false]).Value!;

    [Fact]
    public void At_AScoreThatIsTheThreshold_IsCalledPositive() =>
        Assert.Equal(new Confusion(0.5, TruePositives: 1, FalsePositives: 1, FalseNegatives: 1, TrueNegatives: 1), Confusion.At(s_rows, 0.5));

    [Fact]
    public void At_NoRowCalledPositive_HasZerosAndNoNaN()
    {
        var confusion = Confusion.At(s_rows, double.PositiveInfinity);

        Assert.Equal((0, 0, 0, 0, 1), (confusion.Precision, confusion.Recall, confusion.F1, confusion.Matthews, confusion.Specificity));
    }

    [Fact]
    public void At_NaN_IsRefused() => Assert.Throws<ArgumentException>(() => Confusion.At(s_rows, double.NaN));
}
