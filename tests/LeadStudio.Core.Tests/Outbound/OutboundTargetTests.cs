using LeadStudio.Core.Outbound;

namespace LeadStudio.Core.Tests.Outbound;

public sealed class OutboundTargetTests
{
    [Theory]
    [InlineData("https://example.com/hooks?a=1")]
    [InlineData("http://example.com:8080/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://münchen.example.com/")]
    public void Read_PublicAddress_IsTaken(string url) => Assert.Equal(new Uri(url), OutboundTarget.Read(url, allowPrivate: false).Value);

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")] // 127.0.0.1 as one number
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0x0.0x0.0x1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://①②⑦.0.0.1/")] // digits that are folded to plain ones
    [InlineData("http://localhost:5080/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://api.localhost/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://intranet/")]
    public void Read_InnerAddressHoweverItIsSpelt_IsRefused(string url) => Assert.IsType<TargetRefused>(OutboundTarget.Read(url, allowPrivate: false).Error);

    [Theory]
    [InlineData("")]
    [InlineData("example.com/hooks")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com@127.0.0.1/")]
    public void Read_NoAddressToCall_IsRefusedWithWhatToDo(string url)
    {
        var refused = Assert.IsType<TargetRefused>(OutboundTarget.Read(url, allowPrivate: true).Error);

        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InnerAddressWhereTheyAreAllowed_IsTaken() => Assert.True(OutboundTarget.Read("http://127.0.0.1:9/", allowPrivate: true).IsSuccess);
}
