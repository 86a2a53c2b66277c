using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Access;

public sealed partial class TwoFactorTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private const string Page = "/account/two-factor";
    private readonly WebApplication _app = LeadStudioApplication.Create(["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}"]);

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        await _app.Services.GetRequiredService<IUsers>().AddAsync(new NewUser("ann@example.com", "Ann", Role.Admin, []), Password, Actor.System);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task SecondFactor_FromTheFirstKeyToTheLastCode_IsAskedForAndLetsInOnce()
    {
        using var ann = new Visitor(_app);
        Assert.Equal("/", await SignInAsync(ann));
        await ann.SendAsync(Page, "two-factor-begin");
        var key = Key().Match((await ann.OpenAsync(Page)).Text).Groups["key"].Value;
        Assert.Contains("This is not the code", (await ann.SendAsync(Page, "two-factor-on", ("On.Code", "000000"))).Text, StringComparison.Ordinal);
        var codes = Codes().Matches((await ann.SendAsync(Page, "two-factor-on", ("On.Code", CodeOf(key)))).Text).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(10, codes.Distinct().Count());

        using var phone = new Visitor(_app);
        Assert.StartsWith("/sign-in/code", await SignInAsync(phone), StringComparison.Ordinal);
        Assert.Equal(302, (await phone.OpenAsync("/leads")).Status); // the password alone lets nobody in
        Assert.Contains("This is not the code", (await EnterAsync(phone, "000000")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await EnterAsync(phone, CodeOf(key))).Status);
        Assert.Equal(200, (await phone.OpenAsync("/leads")).Status);

        using var lost = new Visitor(_app);
        await SignInAsync(lost);
        Assert.Equal(302, (await EnterAsync(lost, codes[0])).Status);
        using var thief = new Visitor(_app);
        await SignInAsync(thief);
        Assert.Contains("This is not the code", (await EnterAsync(thief, codes[0])).Text, StringComparison.Ordinal);

        Assert.Contains("The password is another one", (await phone.SendAsync(Page, "two-factor-off", ("Off.Password", "wrong"))).Text, StringComparison.Ordinal);
        await phone.SendAsync(Page, "two-factor-off", ("Off.Password", Password));
        using var again = new Visitor(_app);
        Assert.Equal("/", await SignInAsync(again));
    }

    private static async Task<string> SignInAsync(Visitor visitor)
    {
        var (_, location, _) = await visitor.SendAsync("/sign-in", "sign-in", ("Input.Email", "ann@example.com"), ("Input.Password", Password));
        return Uri.TryCreate(location, UriKind.Absolute, out var full) && full.Scheme == Uri.UriSchemeHttp ? full.PathAndQuery : location;
    }

    private static Task<(int Status, string Location, string Text)> EnterAsync(Visitor visitor, string code) => visitor.SendAsync("/sign-in/code", "code", ("Input.Code", code));

    // RFC 6238 with its defaults: HMAC-SHA-1, 30 seconds, 6 digits.
    private static string CodeOf(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(8 * index, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("class=\"key\"[^>]*><code[^>]*>(?<key>[A-Z2-7]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Key();

    [GeneratedRegex("<li[^>]*><code[^>]*>(?<code>[^<]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Codes();
}
