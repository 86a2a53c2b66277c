using System.Diagnostics;

namespace LeadStudio.Benchmarks.Api;

/// <summary>A web server as a process of its own, on a free port of this machine.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(params string[] command)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", command) { UseShellExecute = false, RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>Starts LeadStudio over a SQLite file, without limits of how often it is asked.</summary>
    public static async Task<(ServerProcess Server, HttpClient Client)> StartAsync(string database, string folder)
    {
        var server = new ServerProcess(
            ProgramFile(), "--urls", "http://127.0.0.1:0", $"--LeadStudio:Database=Data Source={database}", $"--LeadStudio:DataFolder={folder}",
            $"--LeadStudio:BootstrapApiKey={Key}", "--LeadStudio:Limits:RequestsPerKey=1000000", "--LeadStudio:Limits:RequestsPerAddress=1000000");
        var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return (server, client);
    }

    /// <summary>Starts the peer.</summary>
    public static async Task<(ServerProcess Server, HttpClient Client)> StartBareAsync()
    {
        var server = new ServerProcess(typeof(ServerProcess).Assembly.Location, BareServer.Command);
        return (server, await server.ClientAsync());
    }

    /// <summary>Reads how much memory the process holds.</summary>
    /// <returns>Bytes.</returns>
    public long ReadMemory()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Both programs are built side by side: .../tests/LeadStudio.Benchmarks/bin/Release/net10.0 and .../LeadStudio/bin/Release/net10.0.
    private static string ProgramFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "LeadStudio", "bin", output.Parent.Name, output.Name, "LeadStudio.dll");
    }

    private async Task<HttpClient> ClientAsync() =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = await _address.Task.WaitAsync(s_patience), Timeout = s_patience };

    private void Read(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
