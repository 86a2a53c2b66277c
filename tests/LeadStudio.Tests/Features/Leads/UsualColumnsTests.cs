using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Leads.Columns;

namespace LeadStudio.Tests.Features.Leads;

public sealed class UsualColumnsTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);

    [Theory]
    [InlineData("", "title country stage lastSeenAt")] // an empty list
    [InlineData("title country stage lastSeenAt owner", "title country stage lastSeenAt")]
    [InlineData("stage owner source industry phone", "stage owner source industry")] // an export of Zoho CRM
    [InlineData("owner", "title country stage owner")]
    public async Task ChooseAsync_ByWhatLeadsHave_TakesTheMostTelling(string filled, string expected)
    {
        var list = new FakeLeadList { Values = filled.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(key => s_catalog[key].Id, _ => FieldValue.Of(1)) };
        for (var lead = 1; lead <= (filled.Length == 0 ? 0 : 20); lead++)
        {
            list.Scores[lead] = 50;
        }

        Assert.Equal(expected, string.Join(' ', await new UsualColumns(list).ChooseAsync(s_catalog)));
    }
}
