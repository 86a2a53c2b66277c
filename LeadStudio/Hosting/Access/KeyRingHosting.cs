using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using LeadStudio.Core.Access.KeyRing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Keeps the keys that protect cookies and secrets in the database, wrapped by what the settings name.</summary>
internal static class KeyRingHosting
{
    private const int FewestCharacters = 16;

    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Settings.Read<HostingOptions>(configuration, HostingOptions.SectionName);
        var keys = services.AddDataProtection().SetApplicationName("LeadStudio");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            management =>
            {
                management.XmlRepository = new StoredKeys(provider.GetRequiredService<IKeyRing>());
                if (options.KeySecret is { Length: > 0 } secret)
                {
                    management.XmlEncryptor = new SecretXmlEncryptor(secret);
                }
            }));
        if (options.KeySecret is { Length: > 0 and < FewestCharacters })
        {
            throw new SettingException($"LeadStudio:KeySecret has fewer than {FewestCharacters} characters and could be guessed. Set it to a longer one, such as the output of \"openssl rand -hex 32\".");
        }

        if (options.KeyCertificate is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(Load(file, options.KeyCertificatePassword));
        }
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception mistake) when (mistake is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"LeadStudio:KeyCertificate names \"{file}\", which cannot be read as a PKCS #12 file: {mistake.Message} Set LeadStudio:KeyCertificatePassword if it has a password.");
        }
    }

    private sealed class StoredKeys(IKeyRing ring) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.List().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => ring.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }
}
