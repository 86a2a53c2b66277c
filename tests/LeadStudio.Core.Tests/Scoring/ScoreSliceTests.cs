using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Core.Tests.Scoring;

public sealed class ScoreSliceTests
{
    [Fact]
    public void Next_WorkSideBySide_BecomesOneSlice()
    {
        var slice = ScoreSlice.Next([Item(1, 1, 10), Item(2, 11, 20), Item(3, 21, 30)], size: 25);

        Assert.Equal((1, 20), (slice.From, slice.To));
        Assert.Equal([1, 2], slice.Done.Select(item => item.Id));
        Assert.Null(slice.Rest);
    }

    [Fact]
    public void Next_GapBetweenWork_EndsTheSlice()
    {
        var slice = ScoreSlice.Next([Item(1, 1, 10), Item(2, 12, 20)], size: 25);

        Assert.Equal((1, 10), (slice.From, slice.To));
    }

    [Fact]
    public void Next_LongWork_IsCutAndGoesOnBehindIt()
    {
        IReadOnlyList<WorkItem> items = [Item(1, 1, 30), Item(2, 31, 40)];

        var first = ScoreSlice.Next(items, size: 20);
        var second = ScoreSlice.Next(first.Behind(items), size: 20);

        Assert.Equal((1, 20), (first.From, first.To));
        Assert.Empty(first.Done);
        Assert.Equal((21, 40), (second.From, second.To));
        Assert.Equal([1, 2], second.Done.Select(item => item.Id));
    }

    private static WorkItem Item(long id, long from, long to) => new() { Id = id, Queue = "score", FromId = from, ToId = to };
}
