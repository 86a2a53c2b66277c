namespace LeadStudio.Core.Access;

/// <summary>What a user is here for; <see cref="Scopes.Of"/> says what each may do.</summary>
public enum Role
{
    /// <summary>Works leads.</summary>
    Sales,

    /// <summary>Brings leads in and says how they are scored.</summary>
    Marketer,

    /// <summary>May do everything.</summary>
    Admin,
}
