using System.Security.Cryptography;
using System.Text;

namespace LeadStudio.Hosting.Access;

/// <summary>The administrator's key that the settings name, for automation.</summary>
internal static class BootstrapKey
{
    private const int FewestCharacters = 32;

    /// <summary>Checks the setting.</summary>
    /// <param name="configuration">The application's configuration.</param>
    /// <exception cref="SettingException">It is too short to be a secret.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (Settings.Read<HostingOptions>(configuration, HostingOptions.SectionName).BootstrapApiKey is { Length: > 0 and < FewestCharacters })
        {
            throw new SettingException(
                $"LeadStudio:BootstrapApiKey has fewer than {FewestCharacters} characters and could be guessed. Set it to a longer one, such as the output of \"openssl rand -hex 32\".");
        }
    }

    /// <summary>Tells whether a key is this one, in the same time whatever it is.</summary>
    /// <param name="expected">The setting; null or empty where there is none.</param>
    /// <param name="given">The key that was given.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool IsSame(string? expected, string given) =>
        !string.IsNullOrEmpty(expected) && CryptographicOperations.FixedTimeEquals(Hash(expected), Hash(given));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
