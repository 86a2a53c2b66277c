using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Benchmarks.Api;

/// <summary>The peer: Kestrel and one endpoint, which reads what it is sent and answers JSON of any size.</summary>
internal static class BareServer
{
    /// <summary>The word of the command line that makes this program the server.</summary>
    public const string Command = "bare-server";

    /// <summary>Names the endpoint that answers some bytes.</summary>
    public static string PathOf(int bytes) => string.Create(CultureInfo.InvariantCulture, $"/json/{bytes}");

    /// <summary>Serves until the process is stopped.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var bodies = new Dictionary<int, byte[]>();
        app.Map("/json/{bytes:int}", async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            var bytes = int.Parse((string)http.Request.RouteValues["bytes"]!, CultureInfo.InvariantCulture);
            byte[] body;
            lock (bodies)
            {
                body = bodies.TryGetValue(bytes, out var made) ? made : bodies[bytes] = JsonOf(bytes);
            }

            http.Response.ContentType = "application/json";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        });
        await app.RunAsync();
    }

    private static byte[] JsonOf(int bytes) => System.Text.Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('x', bytes - 11)}\"}}");
}
