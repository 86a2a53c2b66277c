namespace LeadStudio.Core.Access.Keys;

/// <summary>A key with which a program uses the API. Of a secret one only a hash is kept.</summary>
public sealed class ApiKey
{
    /// <summary>Gets the number that tells keys apart.</summary>
    public long Id { get; init; }

    /// <summary>Gets what it is for, such as <c>Website forms</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets who may see it; a secret one by default.</summary>
    public ApiKeyKind Kind { get; init; }

    /// <summary>Gets all of it, where everybody may see it; null of a secret one.</summary>
    public string? PublicText { get; init; }

    /// <summary>Gets its beginning, by which people tell it from others.</summary>
    public required string Prefix { get; init; }

    /// <summary>Gets the SHA-256 of all of it, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets what it may do, parted by spaces; see <see cref="Access.Scopes"/>.</summary>
    public required string Scopes { get; init; }

    /// <summary>Gets who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets when it was made, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets when it ends, in UTC microseconds; null for never.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>Gets or sets when it was used last, in UTC microseconds, up to a minute too early; null where it was not.</summary>
    public long? UsedAt { get; set; }

    /// <summary>Gets or sets when it was withdrawn, in UTC microseconds; null where it was not.</summary>
    public long? RevokedAt { get; set; }

    /// <summary>Gets what it may do, each by itself.</summary>
    public IReadOnlyList<string> ScopeList => Scopes.Split(' ');

    /// <summary>Gets who it is in trails of changes.</summary>
    public Actor Actor => new(ActorKind.Key, Name);
}
