using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeadStudio.Tests.Api.Document;

/// <summary>Prism between a caller and the API: a header of each answer has what does not agree with the document.</summary>
internal sealed class ValidatingProxy : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ValidatingProxy(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ValidatingProxy> StartAsync(string document, Uri api)
    {
        await ApiTools.ReadyAsync();
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(
            "node", [ApiTools.PathOf("node_modules/@stoplight/prism-cli/dist/index.js"), "proxy", document, api.ToString().TrimEnd('/'), "--host", "127.0.0.1", "--port", $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        var proxy = new ValidatingProxy(process, new($"http://127.0.0.1:{port}"));
        var isListening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("is listening", StringComparison.Ordinal) is true)
            {
                isListening.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(isListening.Task, process.WaitForExitAsync()).WaitAsync(s_patience) != isListening.Task)
        {
            throw new InvalidOperationException($"Prism ended with {process.ExitCode}.");
        }

        return proxy;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
