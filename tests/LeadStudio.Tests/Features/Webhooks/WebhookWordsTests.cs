using LeadStudio.Core.Webhooks;
using LeadStudio.Features.Webhooks;

namespace LeadStudio.Tests.Features.Webhooks;

public sealed class WebhookWordsTests
{
    [Theory]
    [InlineData(-5, "within a minute")]
    [InlineData(59, "within a minute")]
    [InlineData(60, "in 1 min")]
    [InlineData(3_540, "in 59 min")]
    [InlineData(3_600, "in 1 h")]
    [InlineData(21_600, "in 6 h")]
    public void Ahead_Waits_AreRounded(int seconds, string expected) => Assert.Equal(expected, WebhookWords.Ahead(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(null, "A lead was added; A score changed")]
    [InlineData(70, "A lead was added; A score crossed 70 points")]
    public void Told_Webhook_SaysItsThreshold(int? threshold, string expected) => Assert.Equal(
        expected, WebhookWords.Told(new Webhook { Url = "https://example.com/", Events = "lead.created score.changed", Threshold = threshold, Secret = "", CreatedBy = "Ada" }));
}
