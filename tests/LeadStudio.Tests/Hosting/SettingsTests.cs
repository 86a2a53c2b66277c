using LeadStudio.Hosting;
using Microsoft.AspNetCore.Builder;

namespace LeadStudio.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:8080")]
    [InlineData("--urls=http://127.0.0.1:8080;http://*:8081")]
    [InlineData("--urls=http://leads.example.com:8080")]
    [InlineData("--urls=http://[::]:8080")]
    [InlineData("--http_ports=8080")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://10.0.0.5:8080")]
    public async Task Create_AddressThatOthersReach_IsRefusedUnlessAllowed(string argument)
    {
        var refusal = Assert.Throws<SettingException>(() => Create(argument));
        await using var allowed = Create(argument, "--LeadStudio:AllowUnprotected=true");

        Assert.Contains("LeadStudio__AllowUnprotected=true", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://localhost:8080")]
    [InlineData("--urls=http://127.0.0.1:8080;http://[::1]:8080")]
    [InlineData("--urls=http://127.0.0.2:0")]
    public async Task Create_AddressOfThisMachine_IsAccepted(string argument)
    {
        await using var app = Create(argument);

        Assert.NotNull(app);
    }

    [Theory]
    [InlineData("LeadStudio:Demo", "maybe")]
    [InlineData("LeadStudio:AllowUnprotected", "1.5")]
    [InlineData("LeadStudio:Database", "Endpoint=elsewhere")]
    [InlineData("LeadStudio:Database", "no form at all")]
    public void Create_ValueThatDoesNotFit_IsNamedByItsKey(string key, string value)
    {
        var refusal = Assert.Throws<SettingException>(() => Create($"--{key}={value}"));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplication Create(params string[] args) => LeadStudioApplication.Create(args);
}
