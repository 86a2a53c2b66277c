namespace LeadStudio.Core.Access.Keys;

/// <summary>Who may see a key.</summary>
public enum ApiKeyKind
{
    /// <summary>The program that it was made for: it is shown once, and may do what its scopes say.</summary>
    Secret,

    /// <summary>Everybody: it stands in the source of web pages, and may only send tracking events (<see cref="Scopes.WriteEvents"/>).</summary>
    Write,
}
