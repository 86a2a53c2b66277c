using System.Text.RegularExpressions;
using LeadStudio.Core.Leads.Domains;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Domains;

public sealed partial class PublicSuffixesTests
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void RegistrableDomain_TestsOfTheList_AllRight(bool isShipped)
    {
        var suffixes = isShipped ? PublicSuffixes.Shipped : PublicSuffixes.Parse(File.ReadLines(TestData.Path("domains-email/public_suffix_list.dat")));
        var checks = File.ReadLines(TestData.Path("domains-email/test_psl_train.txt")).Select(line => Check().Match(line)).Where(match => match.Success).ToList();

        var wrong = checks.Where(check => suffixes.RegistrableDomain(check.Groups[1].Value) != (check.Groups[2].Success ? check.Groups[2].Value : null)).Select(check => check.Value);

        Assert.Equal(35, checks.Count); // the 36th asks for null
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Mail.Example.CO.UK", "example.co.uk")]
    [InlineData("müller。de", "müller。de")] // an ideographic full stop parts labels too
    [InlineData("192.0.2.1", null)]
    [InlineData("", null)]
    [InlineData("localhost", null)]
    public void RegistrableDomain_Host_IsWhatSomebodyRegistered(string host, string? expected) =>
        Assert.Equal(expected, PublicSuffixes.Shipped.RegistrableDomain(host));

    [Fact]
    public void ToAscii_Name_ComesBackFromPunycode()
    {
        var ascii = HostNames.ToAscii("食狮.公司.cn");

        Assert.Equal("xn--85x722f.xn--55qx5d.cn", ascii);
        Assert.Equal("食狮.公司.cn", HostNames.ToUnicode(ascii!));
    }

    [GeneratedRegex(@"^checkPublicSuffix\('([^']*)', (?:null|'([^']*)')\);")]
    private static partial Regex Check();
}
