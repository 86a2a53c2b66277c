using FsCheck.Xunit;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Tests.Facts;

public sealed class FactTableBuilderTests
{
    private static readonly FactCatalog s_catalog = FactCatalog.For([new("a", "A", ColumnType.Text, []), new("b", "B", ColumnType.Number, [])]);

    [Property]
    public void Build_AnyLeads_GivesTheirValuesBack((string? Text, double? Number)[] leads)
    {
        var builder = new FactTableBuilder(s_catalog, capacity: 1);
        var facts = new LeadFacts(s_catalog);
        foreach (var (text, number) in leads)
        {
            (facts.Texts[0], facts.Numbers[0]) = (text, number ?? double.NaN);
            builder.Add(facts);
        }

        var table = builder.Build();

        var texts = table.Text(0);
        Assert.Equal(leads.Length, table.Rows);
        Assert.Equal(leads.Select(lead => lead.Text), texts.Codes.ToArray().Select(code => code < 0 ? null : texts.Distinct[code].ToString()));
        Assert.Equal(leads.Select(lead => lead.Number ?? double.NaN), table.Number(0).Values.ToArray());
        Assert.Equal(leads.Select(lead => lead.Text).OfType<string>().Distinct(StringComparer.Ordinal).Count(), texts.Distinct.Count);
    }

    [Fact]
    public void Build_ChosenSlots_LeavesTheOthersOut()
    {
        var table = new FactTableBuilder(s_catalog, [new FactSlot(SlotKind.Number, 0)]).Build();

        Assert.Equal(0, table.Number(0).Values.Length);
        Assert.Throws<ArgumentException>(() => table.Text(0));
    }
}
