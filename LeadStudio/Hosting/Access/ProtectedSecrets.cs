using System.Security.Cryptography;
using LeadStudio.Core.Access.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace LeadStudio.Hosting.Access;

/// <summary>Protects secrets by the keys that also protect cookies; see <see cref="KeyRingHosting"/>.</summary>
internal sealed class ProtectedSecrets(IDataProtectionProvider provider) : ISecrets
{
    private readonly IDataProtector _protector = provider.CreateProtector("LeadStudio.Secrets");

    public string Protect(string secret) => _protector.Protect(secret);

    public string? Unprotect(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
