using LeadStudio.Core.Leads.Countries;

namespace LeadStudio.Core.Tests.Leads.Countries;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("deu", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData(" deutschland ", "DE")]
    [InlineData("Brasil", "BR")]
    [InlineData("USA", "US")]
    [InlineData("uk", "GB")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void CodeOf_Name_IsTheCountry(string text, string? code) => Assert.Equal(code, CountryNames.CodeOf(text));

    [Fact]
    public void CodeOf_EachCode_IsItself() => Assert.All(CountryNames.Codes, code => Assert.Equal(code, CountryNames.CodeOf(code)));
}
