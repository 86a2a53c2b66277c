using FsCheck;
using FsCheck.Xunit;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Tests.Learning.Trees.Binning;

public sealed class QuantileCutsTests
{
    [Property]
    public void Find_AnyValues_PartsDistinctOnesAndNeverMoreThanAsked(NormalFloat[] given, byte most)
    {
        var values = Array.ConvertAll(given, value => (float)value.Get).Where(float.IsFinite).ToArray();
        var mostBins = 2 + (most % 30);

        var cuts = QuantileCuts.Find([.. values], default, mostBins);

        var distinct = values.Distinct().Order().ToArray();
        Assert.InRange(cuts.Length, 0, mostBins - 1);
        Assert.Equal(cuts.Distinct().Order(), cuts);
        Assert.All(cuts, cut => Assert.True(distinct.Any(value => value < cut) && distinct.Any(value => value >= cut)));
        if (distinct.Length <= mostBins)
        {
            Assert.Equal(Math.Max(distinct.Length - 1, 0), cuts.Length);
        }
    }

    [Fact]
    public void Find_ManyValues_GivesEachBinAboutTheSameWeight()
    {
        var values = Enumerable.Range(0, 10_000).Select(value => MathF.Exp(value / 500f)).ToArray();

        var cuts = QuantileCuts.Find([.. values], default, 100);

        var sizes = values.GroupBy(value => cuts.Count(cut => cut <= value)).Select(bin => bin.Count()).ToArray();
        Assert.Equal(100, sizes.Length);
        Assert.All(sizes, size => Assert.InRange(size, 99, 101));
    }

    [Fact]
    public void Find_OneHeavyValue_GivesItABinOfItsOwn()
    {
        var values = Enumerable.Repeat(0f, 5_000).Concat(Enumerable.Range(1, 1_000).Select(value => (float)value)).ToArray();

        var cuts = QuantileCuts.Find(values, default, 10);

        Assert.Equal(9, cuts.Length);
        Assert.InRange(cuts[0], float.Epsilon, 1);
    }
}
