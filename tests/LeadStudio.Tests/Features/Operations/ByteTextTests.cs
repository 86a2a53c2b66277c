using LeadStudio.Features.Operations;

namespace LeadStudio.Tests.Features.Operations;

public sealed class ByteTextTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_000, "1.0 KB")]
    [InlineData(99_949, "99.9 KB")]
    [InlineData(99_950, "100 KB")]
    [InlineData(999_499, "999 KB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(1_193_463_808, "1.2 GB")]
    [InlineData(long.MaxValue, "9223372 TB")]
    public void Of_Sizes_HasThreeDigits(long bytes, string expected) => Assert.Equal(expected, ByteText.Of(bytes));
}
