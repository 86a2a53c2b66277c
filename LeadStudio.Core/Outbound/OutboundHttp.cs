using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Outbound;

/// <summary>Calls addresses that users gave, and nothing that they should not reach.</summary>
/// <remarks>
/// A name is looked up once for each connection, and the connection goes to the address that was checked: a name that leads to a public address for the
/// check and to an inner one for the call gains nothing. Redirections are not followed, and no proxy of the environment is used.
/// </remarks>
public sealed class OutboundHttp : IDisposable
{
    /// <summary>How long a call may take, from looking up the name to the end of the answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostHeaderKilobytes = 16;
    private static readonly TimeSpan s_connectionsLast = TimeSpan.FromMinutes(2);

    private readonly HttpMessageInvoker _http;
    private readonly bool _allowPrivate;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _lookUp;

    /// <summary>Initializes a new instance of the <see cref="OutboundHttp"/> class that asks the system for names.</summary>
    /// <param name="options">Whether inner networks may be called.</param>
    public OutboundHttp(IOptions<OutboundOptions> options)
        : this(options, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OutboundHttp"/> class.</summary>
    /// <param name="options">Whether inner networks may be called.</param>
    /// <param name="lookUp">Gives the addresses of a name.</param>
    internal OutboundHttp(IOptions<OutboundOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> lookUp)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_allowPrivate, _lookUp) = (options.Value.AllowPrivateTargets, lookUp);
#pragma warning disable CA2000 // The invoker disposes it.
        _http = new HttpMessageInvoker(new SocketsHttpHandler
#pragma warning restore CA2000
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            PooledConnectionLifetime = s_connectionsLast,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Gets a value indicating whether inner networks may be called.</summary>
    public bool AllowsPrivate => _allowPrivate;

    /// <summary>Calls.</summary>
    /// <param name="request">The request; the caller disposes it.</param>
    /// <param name="mostBytes">How much of the answer is read; the rest is dropped.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OutboundException">There was none; the message says why, for people.</exception>
    public async Task<OutboundAnswer> SendAsync(HttpRequestMessage request, int mostBytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = OutboundTarget.Read(request.RequestUri?.AbsoluteUri ?? "", _allowPrivate);
        if (!target.IsSuccess)
        {
            throw new OutboundException(target.Error.Message);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var bytes = new byte[mostBytes];
            var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, patience.Token);
            return new((int)response.StatusCode, bytes.AsMemory(0, read));
        }
        catch (HttpRequestException failure)
        {
            throw new OutboundException((failure.InnerException as OutboundException)?.Message ?? $"No answer: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new OutboundException(failure is IOException ? "The answer broke off." : $"No answer within {Patience.TotalSeconds:0} seconds.", failure);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _lookUp(host, cancellationToken);
        var allowed = _allowPrivate ? addresses : Array.FindAll(addresses, PublicAddresses.Has);
        if (allowed.Length == 0)
        {
            throw new OutboundException(addresses.Length == 0 ? $"\"{host}\" has no address." : TargetRefused.Inner(host).Message);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">The beginning of the answer.</param>
public sealed record OutboundAnswer(int Status, ReadOnlyMemory<byte> Body);
