using System.Diagnostics;

namespace LeadStudio.TestSupport;

/// <summary>Runs the programs that tests need from the machine.</summary>
public static class Commands
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">A path, or a name to look up in <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has what it wrote.</exception>
    public static Task<string> RunAsync(string program, params IEnumerable<string> arguments) => RunWithInputAsync(program, arguments, input: null);

    /// <summary>Runs a program to its end, and gives it a text to read.</summary>
    /// <param name="program">A path, or a name to look up in <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it finds on its standard input; <see langword="null"/> lets it read that of the tests.</param>
    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has what it wrote.</exception>
    public static async Task<string> RunWithInputAsync(string program, IEnumerable<string> arguments, string? input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await WriteAsync(process, input);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}{await output}");
    }
    private static async Task WriteAsync(Process process, string? input)
    {
        if (input is null)
        {
            return;
        }

        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it; its exit code and its errors say why.
        }
    }
}
