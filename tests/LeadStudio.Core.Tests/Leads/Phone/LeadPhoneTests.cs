using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Tests.Leads.Phone;

public sealed class LeadPhoneTests
{
    [Theory]
    [InlineData("030 / 23125111", "DE", "+493023125111", "+49 30 23125111", "DE")]
    [InlineData("+1 (212) 555-0123 x42", null, "+12125550123", "+1 212-555-0123 ext. 42", "US")]
    [InlineData("030 / 23125111", null, "03023125111", "030 / 23125111", null)]
    [InlineData("Ask Ann", "DE", "ask ann", "Ask Ann", null)]
    [InlineData("+870 773 111 632", null, "+870773111632", "+870 773 111 632", null)] // at sea
    public void ComparedDisplayAndCountry_Phone_AreThoseOfTheNumberOrTheText(string text, string? region, string compared, string display, string? country)
    {
        Assert.Equal(compared, LeadPhone.Compared(text, region));
        Assert.Equal(display, LeadPhone.Display(text, region));
        Assert.Equal(country, LeadPhone.CountryOf(text, region));
    }

    [Fact]
    public void Compared_Spaces_IsNull() => Assert.Null(LeadPhone.Compared("  ", "DE"));
}
