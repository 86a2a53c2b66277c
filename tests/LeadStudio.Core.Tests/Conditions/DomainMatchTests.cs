using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class DomainMatchTests
{
    [Theory]
    [InlineData("ann@example.com", "example.com", true)]
    [InlineData("ann@mail.example.com", "example.com", true)]
    [InlineData("ann@notexample.com", "example.com", false)]
    [InlineData("https://www.example.com:8080/path?q=a@b.org", "example.com", true)]
    [InlineData("https://ann:secret@example.com/", "example.com", true)]
    [InlineData("https://evil.org/example.com", "example.com", false)]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com.", "@Example.com", true)]
    [InlineData("example.com.evil.org", "example.com", false)]
    [InlineData("com", "example.com", false)]
    [InlineData("anything", "", false)]
    public void Matches_HostOfText_IsComparedByLabels(string text, string domain, bool expected) =>
        Assert.Equal(expected, DomainMatch.Matches(text, DomainMatch.Normalize(Core.Common.Folding.Fold(domain))));
}
