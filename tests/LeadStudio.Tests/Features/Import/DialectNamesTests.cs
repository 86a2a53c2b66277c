using System.Text;
using LeadStudio.Features.Import;

namespace LeadStudio.Tests.Features.Import;

public sealed class DialectNamesTests
{
    [Theory]
    [InlineData("macintosh", "Western Europe (old Mac)")]
    [InlineData("ks_c_5601-1987", "Korean (KS C 5601)")]
    [InlineData("utf-32BE", "UTF-32, big end first")]
    public void Encodings_OneThatIsRecognised_HasAName(string encoding, string expected) =>
        Assert.Equal(expected, DialectNames.Encodings(encoding).Single(known => known.Encoding == encoding).Name);

    [Fact]
    public void Encodings_AnUnknownOne_IsListedToo() => Assert.Contains(("ibm037", "ibm037"), DialectNames.Encodings("ibm037"));

    [Fact]
    public void Encodings_All_CanBeRead() =>
        Assert.All(DialectNames.Encodings("utf-8"), known => Assert.NotNull(CodePagesEncodingProvider.Instance.GetEncoding(known.Encoding) ?? Encoding.GetEncoding(known.Encoding)));
}
