using LeadStudio.Core.Leads.Domains;

namespace LeadStudio.Core.Tests.Leads.Domains;

public sealed class MailDomainsTests
{
    [Theory]
    [InlineData("gmail.com", true, false)]
    [InlineData("web.de", true, false)]
    [InlineData("mail.yahoo.co.uk", true, false)]
    [InlineData("mailinator.com", false, true)]
    [InlineData("any.mailinator.com", false, true)]
    [InlineData("example.com", false, false)]
    [InlineData("notgmail.com", false, false)]
    [InlineData("co.uk", false, false)]
    public void IsFreeAndIsDisposable_Domain_AreTold(string domain, bool isFree, bool isDisposable)
    {
        Assert.Equal(isFree, MailDomains.IsFree(domain));
        Assert.Equal(isDisposable, MailDomains.IsDisposable(domain));
    }
}
