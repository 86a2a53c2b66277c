using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class TimeSplitsTests
{
    [Property(MaxTest = 50)]
    public void Expanding_Rows_TrainsOnAllBeforeAndTestsOnAllAfter(int seed)
    {
        var random = new Random(seed);
        var instants = Enumerable.Range(0, 200).Select(_ => (long)random.Next(150)).ToArray();

        var splits = TimeSplits.Expanding(instants, tests: 4).Value!;

        foreach (var split in splits)
        {
            var start = split.Test.Min(row => instants[row]);
            Assert.Equal(Enumerable.Range(0, 200).Where(row => instants[row] < start), split.Training);
            Assert.InRange(split.Test.Count, 30, 50);
        }

        Assert.Equal(Enumerable.Range(0, 200), splits[0].Training.Concat(splits.SelectMany(split => split.Test)).Order());
    }

    [Fact]
    public void Expanding_Groups_AreLeftOutOfTrainingWhereTheyAreTested()
    {
        var splits = TimeSplits.Expanding([1, 2, 3, 4], tests: 1, groups: [7, 8, 7, 9]).Value!;

        Assert.Equal(new Split([1], [2, 3]), Assert.Single(splits));
        Assert.IsType<TooFewRows>(TimeSplits.Expanding([1, 2, 3, 4], tests: 1, groups: [7, 9, 7, 9]).Error);
    }

    [Fact]
    public void Expanding_TooFewInstants_IsAnError()
    {
        Assert.IsType<TooFewRows>(TimeSplits.Expanding([5, 5, 5, 5], tests: 1).Error);
        Assert.IsType<TooFewRows>(TimeSplits.Expanding([5], tests: 1).Error);
        Assert.IsType<TooFewRows>(TimeSplits.Expanding([], tests: 1).Error);
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeSplits.Expanding([1, 2], tests: 0));
    }
}
