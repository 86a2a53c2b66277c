using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class SplitsTests
{
    [Property(MaxTest = 50)]
    public void KFold_Rows_ArePartedEvenly(int seed)
    {
        var random = new Random(seed);
        var (rows, folds) = (random.Next(20, 300), random.Next(2, 12));

        var splits = Splits.KFold(rows, folds, seed).Value!;

        AssertPartition(splits, rows);
        Assert.InRange(splits.Max(split => split.Test.Count) - splits.Min(split => split.Test.Count), 0, 1);
        Assert.Equal(splits, Splits.KFold(rows, folds, seed).Value);
    }

    [Property(MaxTest = 50)]
    public void Stratified_Rows_HaveEachLabelWithinOne(int seed)
    {
        var random = new Random(seed);
        var (labels, folds) = (SampleRows.Of(seed, random.Next(100, 300)).Labels, random.Next(2, 9));

        var splits = Splits.Stratified(labels, folds, seed).Value!;

        AssertPartition(splits, labels.Length);
        var positives = splits.Select(split => split.Test.Count(row => labels[row])).ToList();
        var negatives = splits.Select(split => split.Test.Count(row => !labels[row])).ToList();
        Assert.InRange(positives.Max() - positives.Min(), 0, 1);
        Assert.InRange(negatives.Max() - negatives.Min(), 0, 1);
    }

    [Property(MaxTest = 50)]
    public void Stratified_Groups_AreNeverOnBothSides(int seed)
    {
        var labels = SampleRows.Of(seed).Labels;
        var random = new Random(seed);
        var groups = labels.Select(_ => random.Next(60)).ToArray();

        var splits = Splits.Stratified(labels, 4, seed, groups).Value!;

        AssertPartition(splits, labels.Length);
        AssertApart(splits, groups);
        var rate = labels.Count(label => label) / (double)labels.Length;
        Assert.All(splits, split => Assert.InRange(split.Test.Count, 90, 110));
        Assert.All(splits, split => Assert.Equal(rate, split.Test.Count(row => labels[row]) / (double)split.Test.Count, 0.05));
    }

    [Property(MaxTest = 50)]
    public void HoldOut_Share_HoldsForEachLabel(int seed)
    {
        var random = new Random(seed);
        var (labels, share) = (SampleRows.Of(seed).Labels, 0.05 + (0.9 * random.NextDouble()));

        var split = Splits.HoldOut(labels, share, seed).Value!;

        Assert.Equal(Enumerable.Range(0, labels.Length), split.Training.Concat(split.Test).Order());
        foreach (var label in new[] { false, true })
        {
            Assert.InRange(split.Test.Count(row => labels[row] == label) - (share * labels.Count(other => other == label)), -1, 1);
        }
    }

    [Fact]
    public void KFold_OtherSeeds_GiveOtherFolds() => Assert.NotEqual(Splits.KFold(100, 5, seed: 1).Value, Splits.KFold(100, 5, seed: 2).Value);

    [Fact]
    public void Stratified_TooFewOfALabel_IsAnErrorThatNamesIt()
    {
        var result = Splits.Stratified([true, false, true, false, false, false], folds: 3, seed: 1);

        Assert.Contains("outcome yes", Assert.IsType<TooFewRows>(result.Error).Message, StringComparison.Ordinal);
        Assert.Equal(new OnlyOneOutcome(Outcome: true), Splits.Stratified([true, true], folds: 2, seed: 1).Error);
        Assert.IsType<TooFewRows>(Splits.HoldOut([true, false], testShare: 0.5, seed: 1).Error);
        Assert.IsType<TooFewRows>(Splits.KFold(2, folds: 3, seed: 1).Error);
        Assert.IsType<TooFewRows>(Splits.KFold(6, folds: 3, seed: 1, groups: [1, 1, 1, 2, 2, 2]).Error);
    }

    [Fact]
    public void Splits_CallersMistakes_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.KFold(10, folds: 1, seed: 1));
        Assert.Throws<ArgumentException>(() => Splits.KFold(10, folds: 2, seed: 1, groups: [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.HoldOut([true, false], testShare: 1, seed: 1));
        Assert.Throws<ArgumentException>(() => Splits.Stratified([], folds: 2, seed: 1));
    }

    private static void AssertPartition(ValueList<Split> splits, int rows)
    {
        Assert.Equal(Enumerable.Range(0, rows), splits.SelectMany(split => split.Test).Order());
        Assert.All(splits, split => Assert.Equal(Enumerable.Range(0, rows).Except(split.Test), split.Training));
    }

    private static void AssertApart(ValueList<Split> splits, int[] groups) =>
        Assert.All(splits, split => Assert.Empty(split.Test.Select(row => groups[row]).Intersect(split.Training.Select(row => groups[row]))));
}
