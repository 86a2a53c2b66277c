using System.Diagnostics;

namespace LeadStudio.Benchmarks;

/// <summary>Runs the peers that come from npm, in a temporary folder.</summary>
internal sealed class Npm : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leadstudio-peers-");

    public string Folder => _folder.FullName;

    /// <summary>Copies the peers' files into the folder and installs their packages.</summary>
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "peers")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        using var install = Start("npm", "install", "--no-audit", "--no-fund", "--silent");
        var output = await install.StandardOutput.ReadToEndAsync(cancellationToken);
        await install.WaitForExitAsync(cancellationToken);
        if (install.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm install failed; the peers need npm and a package registry. {output}");
        }
    }

    /// <summary>Starts a program in the folder, to talk with over its standard input and output.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
