using FsCheck.Xunit;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Tests.Leads.Identity;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Ann.Lee@Example.COM", "ann.lee@example.com")]
    [InlineData(" mailto:ann@example.com ", "ann@example.com")]
    [InlineData("ann+shop@gmail.com", "ann@gmail.com")]
    [InlineData("ann+shop@example.com", "ann+shop@example.com")] // a company may deliver these to two people
    [InlineData("jörg@müller.de", "jörg@müller.de")]
    public void KeyOf_Address_IsComparable(string address, string key) => Assert.Equal(key, EmailAddress.KeyOf(address));

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@example.com")]
    [InlineData("ann@localhost")]
    [InlineData("ann@example..com")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("ann@-example.com")]
    public void KeyOf_NoAddress_IsNull(string text) => Assert.Null(EmailAddress.KeyOf(text));

    [Theory]
    [InlineData("ann@gmail.com", null)]
    [InlineData("ann@mailinator.com", null)]
    [InlineData("ann@mail.example.com", "example.com")]
    [InlineData("ann@sales.example.co.uk", "example.co.uk")]
    [InlineData("ann@smith&sons.com", "smith&sons.com")]
    public void BusinessDomain_Address_IsWhatTheCompanyRegistered(string key, string? domain) => Assert.Equal(domain, EmailAddress.BusinessDomain(key));

    [Theory]
    [InlineData("ann@mail.example.com", EmailKind.Business)]
    [InlineData("jörg@müller.de", EmailKind.Business)]
    [InlineData("ann@gmail.com", EmailKind.Free)]
    [InlineData("ann@mailinator.com", EmailKind.Disposable)]
    [InlineData("ann..lee@example.com", EmailKind.Invalid)]
    [InlineData("ann@smith&sons.com", EmailKind.Invalid)]
    public void KindOf_Address_IsTold(string key, EmailKind kind) => Assert.Equal(kind, EmailAddress.KindOf(key));

    [Property]
    public bool KeyOf_AnyText_IsNullOrItsOwnKey(string? text) => EmailAddress.KeyOf(text ?? "") is not { } key || EmailAddress.KeyOf(key) == key;
}
