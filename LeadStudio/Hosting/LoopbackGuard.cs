using System.Net;

namespace LeadStudio.Hosting;

/// <summary>Refuses to listen where other machines could connect, as long as nobody has to sign in.</summary>
internal static class LoopbackGuard
{
    /// <summary>Checks the addresses that are configured.</summary>
    /// <param name="configuration">The application's configuration.</param>
    /// <exception cref="SettingException">One of them is not of this machine, and <c>LeadStudio:AllowUnprotected</c> is not true.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (Settings.Read<HostingOptions>(configuration, HostingOptions.SectionName).AllowUnprotected)
        {
            return;
        }

        if (Configured(configuration).FirstOrDefault(address => !IsLoopback(address)) is { } open)
        {
            throw new SettingException(
                $"LeadStudio has no sign-in yet, and \"{open}\" can be reached from other machines: everybody there could see and change all leads. " +
                "Listen on http://localhost:5080 instead, or set LeadStudio:AllowUnprotected to true (as an environment variable: " +
                "LeadStudio__AllowUnprotected=true) where something in front of it keeps strangers out.");
        }
    }

    private static IEnumerable<string> Configured(IConfiguration configuration)
    {
        foreach (var url in Split(configuration["urls"]))
        {
            yield return url;
        }

        // A port alone means every address of the machine. Where urls are set, ASP.NET Core ignores the ports.
        if (string.IsNullOrEmpty(configuration["urls"]))
        {
            foreach (var port in Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])))
            {
                yield return $"http://*:{port}";
            }
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return endpoint["Url"] ?? "";
        }
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
            host.StartsWith("unix:", StringComparison.Ordinal) ||
            (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
