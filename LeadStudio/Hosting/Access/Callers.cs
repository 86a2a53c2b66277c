using System.Security.Claims;
using LeadStudio.Core.Access;

namespace LeadStudio.Hosting.Access;

/// <summary>What the claims of a caller say, person or key.</summary>
internal static class Callers
{
    /// <summary>The type of the claims that name scopes. Each scope is the name of a policy, too.</summary>
    public const string ScopeType = "scope";

    /// <summary>The type of the claim with the name that others see.</summary>
    public const string NameType = "display_name";

    /// <summary>Tells whether a caller may do something.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="scope">What; see <see cref="Scopes"/>.</param>
    /// <returns>Whether one of the caller's scopes allows it.</returns>
    public static bool May(this ClaimsPrincipal caller, string scope) => Scopes.Allow(caller.FindAll(ScopeType).Select(claim => claim.Value), scope);

    /// <summary>Gets who a caller is in trails of changes.</summary>
    /// <param name="caller">The caller.</param>
    /// <returns>The person or the key.</returns>
    /// <exception cref="InvalidOperationException">It is nobody (any more).</exception>
    public static Actor ToActor(this ClaimsPrincipal caller) => new(
        caller.Identity?.AuthenticationType == ApiKeyHandler.SchemeName ? ActorKind.Key : ActorKind.Person,
        caller.FindFirst(NameType)?.Value ?? throw new InvalidOperationException("Nobody is signed in any more. Load the page again to sign in."));
}
