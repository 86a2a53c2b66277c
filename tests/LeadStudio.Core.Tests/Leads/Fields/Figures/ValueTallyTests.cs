using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;

namespace LeadStudio.Core.Tests.Leads.Fields.Figures;

public sealed class ValueTallyTests
{
    private static readonly Field s_text = StandardFields.All.Single(field => field.Key == StandardFields.City);
    private static readonly Field s_tags = StandardFields.All.Single(field => field.Key == StandardFields.Tags);

    [Fact]
    public void Build_FewValues_IsExact()
    {
        var tally = new ValueTally();
        foreach (var city in new[] { "Berlin", "Paris", "Berlin", null })
        {
            tally.Add(s_text, FieldValue.Of(city));
        }

        var figures = tally.Build(s_text.Id, 1, []);

        Assert.Equal((3, 2, false), (figures.Filled, figures.Distinct, figures.IsAbout));
        Assert.Equal(new ValueCount("Berlin", null, 2), Assert.Single(figures.Top));
    }

    [Fact]
    public void Build_MultiChoice_CountsEachOption()
    {
        var tally = new ValueTally();
        tally.Add(s_tags, FieldValue.OfCodes([1, 2]));
        tally.Add(s_tags, FieldValue.OfCodes([2]));

        var figures = tally.Build(s_tags.Id, 1, []);

        Assert.Equal(2, figures.Filled);
        Assert.Equal(new ValueCount(null, 2, 2), Assert.Single(figures.Top));
    }

    [Fact]
    public void Build_EveryLeadAnotherValue_IsNeverMoreThanTheLeads()
    {
        var (leads, most) = (3_000, 0L);
        for (var round = 0; round < 20; round++)
        {
            var tally = new ValueTally();
            for (var i = 0; i < leads; i++)
            {
                tally.Add(s_text, FieldValue.Of((round * leads) + i));
            }

            most = Math.Max(most, tally.Build(s_text.Id, 1, []).Distinct);
        }

        Assert.InRange(most, 1, leads);
    }

    [Theory] // HyperLogLog with 4,096 registers: standard error 1.6 %, so 5 % is three of them
    [InlineData(10_000)]
    [InlineData(300_000)]
    public void Build_ManyValues_EstimatesTheirNumberAndKeepsTheFrequentOne(int distinct)
    {
        var tally = new ValueTally();
        for (var i = 0; i < distinct; i++)
        {
            tally.Add(s_text, FieldValue.Of(i));
            tally.Add(s_text, i % 3 == 0 ? FieldValue.Of("often") : FieldValue.Empty);
        }

        var figures = tally.Build(s_text.Id, 1, []);

        Assert.True(figures.IsAbout);
        Assert.InRange(figures.Distinct, distinct * 0.95, distinct * 1.05);
        Assert.Equal("often", figures.Top[0].Text);
    }
}
