using LeadStudio.Hosting;
using Microsoft.AspNetCore.Builder;

namespace LeadStudio.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("LeadStudio:Demo", "maybe")]
    [InlineData("LeadStudio:RecheckUsersEvery", "soon")]
    [InlineData("LeadStudio:KeySecret", "too short")]
    [InlineData("LeadStudio:Limits:RequestsPerKey", "many")]
    [InlineData("LeadStudio:KeyCertificate", "not-there.pfx")]
    [InlineData("LeadStudio:Database", "Endpoint=elsewhere")]
    [InlineData("LeadStudio:Database", "no form at all")]
    public void Create_ValueThatDoesNotFit_IsNamedByItsKey(string key, string value)
    {
        var refusal = Assert.Throws<SettingException>(() => Create($"--{key}={value}"));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplication Create(params string[] args) => LeadStudioApplication.Create(args);
}
