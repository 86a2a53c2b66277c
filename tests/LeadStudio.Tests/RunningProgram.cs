using System.Diagnostics;
using System.Globalization;
using LeadStudio.TestSupport;
using Microsoft.Data.Sqlite;

namespace LeadStudio.Tests;

/// <summary>LeadStudio as a process of its own, on a free port.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(5);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, output) => Hear(output.Data);
        _process.BeginOutputReadLine();
    }

    public static RunningProgram Start(string database, params string[] settings)
    {
        string[] arguments = [typeof(LeadStudioApplication).Assembly.Location, "--urls", "http://127.0.0.1:0", .. Settings(database), .. settings];
        return new RunningProgram(Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!);
    }

    /// <summary>Runs one of its commands to the end, and gives what it wrote.</summary>
    public static Task<string> CommandAsync(string database, params string[] command) =>
        Commands.RunAsync("dotnet", [typeof(LeadStudioApplication).Assembly.Location, .. command, .. Settings(database)]);

    /// <summary>Reads one number of the database, without the program; 0 where there is none.</summary>
    public static async Task<long> ReadAsync(string database, string query)
    {
        await using var connection = new SqliteConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until it listens, and gives its address.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(s_patience);

    /// <summary>Looks again and again, as long as the program runs, until there is something; gives what it is.</summary>
    public async Task<long> UntilAsync(Func<Task<long>> look)
    {
        using var patience = new CancellationTokenSource(s_patience);
        long found;
        while ((found = await look()) == 0)
        {
            Assert.False(_process.HasExited, "LeadStudio ended by itself");
            await Task.Delay(s_betweenLooks, patience.Token); // another process tells nobody of what it wrote
        }

        Assert.False(_process.HasExited, "LeadStudio ended by itself");
        return found;
    }

    /// <summary>Asks it to stop, as systems do.</summary>
    public async Task StopAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it, as a loss of power would.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Its log tells which port is its own.
    private void Hear(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
        }
        else if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("LeadStudio ended before it listened."));
        }
    }

    private static string[] Settings(string database) => [$"--LeadStudio:Database={database}", $"--LeadStudio:DataFolder={Path.GetTempPath()}"];
}
