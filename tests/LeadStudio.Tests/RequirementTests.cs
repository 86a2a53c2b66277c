using LeadStudio.TestSupport;

namespace LeadStudio.Tests;

public sealed class RequirementTests
{
    [Fact]
    public void Check_Missing_SkipsWithASentenceThatSaysWhatToInstall()
    {
        var skip = Assert.Throws<SkipException>(() => Requirement.PostgreSql.Check(isMet: false, isCi: false, detail: null));

        Assert.Contains("apt-get install postgresql", skip.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MissingInCi_Fails()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Requirement.Chromium.Check(isMet: false, isCi: true, detail: "no network"));

        Assert.Contains("no network", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Present_DoesNothing() => Requirement.SharedData.Check(isMet: true, isCi: true, detail: null);
}
