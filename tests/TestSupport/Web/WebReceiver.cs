using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadStudio.TestSupport.Web;

/// <summary>A server on this machine that keeps what it is sent.</summary>
public sealed class WebReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _received = [];
    private WebApplication? _app;

    private WebReceiver()
    {
    }

    /// <summary>Gets the address.</summary>
    public string Url => _app!.Urls.Single() + "/hook";

    /// <summary>Gets or sets what it answers.</summary>
    public Func<ReceivedRequest, IResult> Answer { get; set; } = _ => Results.Ok();

    /// <summary>Gets what came, in its order.</summary>
    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    /// <summary>Starts one on a port of its own.</summary>
    /// <returns>The receiver.</returns>
    public static async Task<WebReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebReceiver { _app = builder.Build() };
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app!.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new ReceivedRequest(http.Request.Path.ToString(), headers, await reader.ReadToEndAsync(http.RequestAborted), http.RequestAborted);
        _received.Enqueue(request);
        await Answer(request).ExecuteAsync(http);
    }
}

/// <summary>Something that was sent.</summary>
/// <param name="Path">The path.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
/// <param name="Gone">Cancelled when whoever sent it no longer listens: the server takes what is written to nobody without a word.</param>
public sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body, CancellationToken Gone);
