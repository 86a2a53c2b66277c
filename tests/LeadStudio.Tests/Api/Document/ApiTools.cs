using LeadStudio.TestSupport;

namespace LeadStudio.Tests.Api.Document;

/// <summary>Programs from npm that read the document of the API. They are installed when they are first needed: the build does without them.</summary>
internal static class ApiTools
{
    private static readonly Lazy<Task> s_installed = new(InstallAsync);

    /// <summary>Gives the path of a file in the folder of the programs.</summary>
    public static string PathOf(string path) => Checkout.PathOf(Path.Combine("tests/ApiTools", path));

    /// <summary>Installs the programs, once; where that cannot be, the test is skipped.</summary>
    public static async Task ReadyAsync()
    {
        try
        {
            await s_installed.Value;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Requirement.ApiTools.Check(isMet: false, failure.Message);
        }
    }

    /// <summary>Runs one of the programs to its end.</summary>
    /// <param name="script">Its script under <c>node_modules</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to its output.</returns>
    public static async Task<string> RunAsync(string script, params IEnumerable<string> arguments)
    {
        await ReadyAsync();
        return await Commands.RunAsync("node", [PathOf(Path.Combine("node_modules", script)), .. arguments]);
    }

    private static async Task InstallAsync()
    {
        var installed = new FileInfo(PathOf("node_modules/.package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(PathOf("package-lock.json")))
        {
            await Commands.RunAsync("npm", "ci", "--prefix", PathOf(""), "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
        }
    }
}
