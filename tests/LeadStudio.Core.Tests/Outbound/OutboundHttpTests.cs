using System.Net;
using LeadStudio.Core.Outbound;
using LeadStudio.TestSupport.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Tests.Outbound;

public sealed class OutboundHttpTests : IAsyncLifetime
{
    private static readonly IPAddress s_public = IPAddress.Parse("93.184.215.14");
    private WebReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await WebReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    public async Task Send_PublicNameOfAnInnerAddress_NeverConnects(string address)
    {
        using var http = Guarded((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        var refused = await Assert.ThrowsAsync<OutboundException>(() => GetAsync(http, new UriBuilder(_receiver.Url) { Host = "rebound.example.com" }.Uri));

        Assert.Contains("inner network", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_receiver.Received);
    }

    [Fact]
    public async Task Send_NameWhoseAddressChangesBetweenTwoLookUps_IsLookedUpOnce()
    {
        var lookUps = 0;
        using var stop = new CancellationTokenSource();
        using var http = Guarded((_, _) =>
        {
            lookUps++;
            stop.CancelAfter(TimeSpan.FromMilliseconds(300)); // the public address does not answer here
            return Task.FromResult<IPAddress[]>([lookUps == 1 ? s_public : IPAddress.Loopback]);
        });

        await Assert.ThrowsAnyAsync<Exception>(() => GetAsync(http, new UriBuilder(_receiver.Url) { Host = "rebound.example.com" }.Uri, stop.Token));

        Assert.Equal(1, lookUps);
        Assert.Empty(_receiver.Received);
    }

    [Fact]
    public async Task Send_Redirection_IsNotFollowed()
    {
        _receiver.Answer = request => request.Path == "/hook" ? Results.Redirect("/elsewhere") : Results.Ok();
        using var http = Open();

        var answer = await GetAsync(http, new Uri(_receiver.Url));

        Assert.Equal(302, answer.Status);
        Assert.Equal("/hook", Assert.Single(_receiver.Received).Path);
    }

    [Fact]
    public async Task Send_EndlessAnswer_ReadsOnlyItsBeginning()
    {
        _receiver.Answer = request => Results.Stream(async body =>
        {
            while (!request.Gone.IsCancellationRequested)
            {
                await body.WriteAsync(new byte[64 * 1024], CancellationToken.None);
            }
        });
        using var http = Open();

        Assert.Equal(4096, (await GetAsync(http, new Uri(_receiver.Url))).Body.Length);
    }

    [Fact]
    public async Task Send_NobodyThere_SaysSo()
    {
        var url = new Uri(_receiver.Url);
        await _receiver.DisposeAsync();
        using var http = Open();

        Assert.StartsWith("No answer", (await Assert.ThrowsAsync<OutboundException>(() => GetAsync(http, url))).Message, StringComparison.Ordinal);
    }

    private static OutboundHttp Open() => new(Options.Create(new OutboundOptions { AllowPrivateTargets = true }));

    private static OutboundHttp Guarded(Func<string, CancellationToken, Task<IPAddress[]>> lookUp) => new(Options.Create(new OutboundOptions()), lookUp);

    private static async Task<OutboundAnswer> GetAsync(OutboundHttp http, Uri url, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await http.SendAsync(request, 4096, cancellationToken);
    }
}
