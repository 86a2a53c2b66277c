using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Tests.Leads.Identity;

public sealed class PhoneIdentityTests
{
    [Theory]
    [InlineData("+49 30 23125-111", "Müller", null, "+493023125111 muller")]
    [InlineData("030/23125111", " MULLER", "DE", "+493023125111 muller")]
    [InlineData("0049 30 23125111 ext. 7", "Muller", "DE", "+493023125111 muller")]
    public void KeyOf_SpellingsOfOnePerson_AreTheSame(string phone, string name, string? region, string expected) =>
        Assert.Equal(expected, PhoneIdentity.KeyOf(phone, name, region));

    [Theory]
    [InlineData("030 23125111", "Lee", null)] // of which country?
    [InlineData("+49 30 23125111", " ", null)]
    [InlineData("+49 30 23125111", null, null)]
    [InlineData(null, "Lee", "DE")]
    [InlineData("+1 000 000 0000", "Lee", null)] // typed to get past a form
    public void KeyOf_NoNumberOrNoName_IsNull(string? phone, string? name, string? region) => Assert.Null(PhoneIdentity.KeyOf(phone, name, region));
}
