using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Wraps the keys of the key ring with AES-256-GCM, by a key that is derived (HKDF, SHA-256) from <c>LeadStudio:KeySecret</c>.</summary>
/// <param name="secret">The secret.</param>
internal sealed class SecretXmlEncryptor(string secret) : IXmlEncryptor
{
    internal const string ElementName = "wrappedBySecret";
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    private const int KeyBytes = 32;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var wrapped = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(KeyOf(secret), TagBytes);
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), text, wrapped.AsSpan(NonceBytes, text.Length), wrapped.AsSpan(NonceBytes + text.Length));
        return new EncryptedXmlInfo(new XElement(ElementName, Convert.ToBase64String(wrapped)), typeof(SecretXmlDecryptor));
    }

    internal static byte[] KeyOf(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, info: "LeadStudio key ring"u8.ToArray());
}

/// <summary>Unwraps what <see cref="SecretXmlEncryptor"/> wrapped. Made by the key ring, which names it by its type.</summary>
/// <param name="services">The application's services.</param>
internal sealed class SecretXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var secret = services.GetRequiredService<IOptions<HostingOptions>>().Value.KeySecret;
        if (string.IsNullOrEmpty(secret))
        {
            throw new CryptographicException("The keys in the database are wrapped by a secret. Set LeadStudio:KeySecret to the one that was set before.");
        }

        var wrapped = Convert.FromBase64String(encryptedElement.Value);
        var text = new byte[wrapped.Length - SecretXmlEncryptor.NonceBytes - SecretXmlEncryptor.TagBytes];
        using var aes = new AesGcm(SecretXmlEncryptor.KeyOf(secret), SecretXmlEncryptor.TagBytes);
        aes.Decrypt(
            wrapped.AsSpan(0, SecretXmlEncryptor.NonceBytes),
            wrapped.AsSpan(SecretXmlEncryptor.NonceBytes, text.Length),
            wrapped.AsSpan(SecretXmlEncryptor.NonceBytes + text.Length),
            text);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}
