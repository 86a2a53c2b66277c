namespace LeadStudio.Core.Access.Secrets;

/// <summary>Protects secrets that LeadStudio must read again, such as those with which it signs: the database has them only encrypted.</summary>
public interface ISecrets
{
    /// <summary>Encrypts a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns>What may be stored.</returns>
    string Protect(string secret);

    /// <summary>Decrypts a secret.</summary>
    /// <param name="stored">What was stored.</param>
    /// <returns>The secret; null where the keys that protected it are gone.</returns>
    string? Unprotect(string stored);
}
