using FsCheck.Xunit;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Tests.Common;

public sealed class UtcMicrosecondsTests
{
    [Fact]
    public void From_KnownInstant_CountsFrom1970() =>
        Assert.Equal(1_000_000_000_000_000, UtcMicroseconds.From(new DateTimeOffset(2001, 9, 9, 3, 46, 40, TimeSpan.FromHours(2))));

    [Fact]
    public void From_Before1970_RoundsDown() =>
        Assert.Equal(-1, UtcMicroseconds.From(DateTimeOffset.UnixEpoch.AddTicks(-1)));

    [Property]
    public bool ToInstant_AnyInstant_ComesBackToTheMicrosecond(DateTimeOffset instant) =>
        UtcMicroseconds.From(UtcMicroseconds.ToInstant(UtcMicroseconds.From(instant))) == UtcMicroseconds.From(instant);

    [Fact]
    public void ToInstant_BehindTheYear9999_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UtcMicroseconds.ToInstant(long.MaxValue));
}
