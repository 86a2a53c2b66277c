using FsCheck.Xunit;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Tests.Leads.Journal;

public sealed class JournalTextTests
{
    [Fact]
    public void OfIds_IdsOfAnImport_AreOneRange()
    {
        Assert.Equal("1-100000", JournalText.OfIds([.. Enumerable.Range(1, 100_000).Select(id => (long)id)]));
        Assert.Equal("3 5-6 9", JournalText.OfIds([3, 5, 6, 9]));
    }

    [Property(MaxTest = 200)]
    public void ReadIds_WhatWasWritten_IsTheSame(ushort[] some)
    {
        var ids = some.Select(id => (long)id).Distinct().Order().ToList();

        Assert.Equal(ids, JournalText.ReadIds(JournalText.OfIds(ids)));
    }

    [Property(MaxTest = 200)]
    public void ReadSteps_WhatWasWritten_IsTheSame((long Lead, byte? Before, byte After)[] some)
    {
        var steps = some.Select(one => new ScoreStep(Math.Abs(one.Lead % 1_000_000), one.Before, one.After, new Band((byte)(one.After % 9)))).ToList();

        Assert.Equal(steps, JournalText.ReadSteps(JournalText.OfSteps(steps)));
    }

    [Theory]
    [InlineData(null, 70, true)]
    [InlineData(null, 69, false)]
    [InlineData(69, 70, true)]
    [InlineData(70, 69, true)]
    [InlineData(70, 100, false)]
    [InlineData(0, 69, false)]
    public void Crosses_Threshold70_IsTrueWhereTheSideChanges(int? before, int after, bool expected) =>
        Assert.Equal(expected, new ScoreStep(1, before, after, new Band(0)).Crosses(70));
}
