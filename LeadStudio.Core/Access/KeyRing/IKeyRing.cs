namespace LeadStudio.Core.Access.KeyRing;

/// <summary>The keys by which cookies and secrets are protected: kept in the database, so that they outlive a restart and all nodes have the same.</summary>
public interface IKeyRing
{
    /// <summary>Reads all keys.</summary>
    /// <returns>The keys as XML, oldest first.</returns>
    /// <remarks>The library that asks for them does not wait without blocking.</remarks>
    IReadOnlyList<string> List();

    /// <summary>Adds a key.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="xml">The key as XML.</param>
    void Add(string name, string xml);
}
