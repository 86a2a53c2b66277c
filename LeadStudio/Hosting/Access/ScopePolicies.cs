using LeadStudio.Core.Access;

namespace LeadStudio.Hosting.Access;

/// <summary>Lets programs in.</summary>
internal static class ScopePolicies
{
    /// <summary>Lets programs in whose key has a scope.</summary>
    /// <param name="group">The endpoints.</param>
    /// <param name="scope">The scope; see <see cref="Scopes"/>.</param>
    /// <returns>The same endpoints.</returns>
    public static RouteGroupBuilder RequireScope(this RouteGroupBuilder group, string scope) => group.RequireAuthorization(policy => policy
        .AddAuthenticationSchemes(ApiKeyHandler.SchemeName)
        .RequireClaim(Callers.ScopeType, scope, Scopes.Admin));
}
