using LeadStudio.Core.Webhooks;

namespace LeadStudio.Core.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(2, 0, 20)]
    [InlineData(2, 1, 10)]
    [InlineData(5, 0.5, 120)]
    [InlineData(100, 0, 21_600)]
    public void After_Attempts_DoublesUpToSixHours(int attempts, double jitter, double seconds) =>
        Assert.Equal(seconds, RetrySchedule.After(attempts, jitter).TotalSeconds);
}
