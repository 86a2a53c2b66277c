using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class SplitMix64Tests
{
    [Fact]
    public void Next_Seed1234567_GivesTheKnownNumbers() // those of Rosetta Code's task "Pseudo-random numbers/Splitmix64"
    {
        var chance = new SplitMix64(1234567);

        ulong[] drawn = [chance.Next(), chance.Next(), chance.Next()];

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], drawn);
    }

    [Fact]
    public void Next_Bound_IsReachedEvenly()
    {
        var chance = SplitMix64.ForStream(seed: 3, stream: 7);
        var counts = new int[5];
        for (var draw = 0; draw < 50_000; draw++)
        {
            counts[chance.Next(5)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400)); // more than four standard deviations
    }
}
