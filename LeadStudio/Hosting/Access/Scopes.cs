namespace LeadStudio.Hosting.Access;

/// <summary>What a key may do. The key of an administrator may do all of it.</summary>
internal static class Scopes
{
    /// <summary>The type of the claims that name scopes.</summary>
    public const string ClaimType = "scope";

    /// <summary>All of it.</summary>
    public const string Admin = "admin";

    /// <summary>See leads, scores and ledgers.</summary>
    public const string ReadLeads = "leads:read";

    /// <summary>Add, change and delete leads, with their outcomes and notes.</summary>
    public const string WriteLeads = "leads:write";

    /// <summary>Keep views and segments.</summary>
    public const string WriteViews = "views:write";

    /// <summary>Draft, publish and roll back scorecards.</summary>
    public const string WriteScoring = "scoring:write";

    /// <summary>Define fields of leads.</summary>
    public const string WriteFields = "fields:write";

    /// <summary>Import files.</summary>
    public const string Import = "leads:import";

    /// <summary>Erase persons, and take imports back.</summary>
    public const string Erase = "leads:erase";

    /// <summary>Export lists.</summary>
    public const string Export = "leads:export";

    /// <summary>Lets callers in whose key has a scope.</summary>
    /// <param name="group">The endpoints.</param>
    /// <param name="scope">The scope.</param>
    /// <returns>The same endpoints.</returns>
    public static RouteGroupBuilder RequireScope(this RouteGroupBuilder group, string scope) => group.RequireAuthorization(policy => policy
        .AddAuthenticationSchemes(ApiKeyHandler.SchemeName)
        .RequireClaim(ClaimType, scope, Admin));
}
