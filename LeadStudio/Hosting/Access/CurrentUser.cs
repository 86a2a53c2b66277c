using System.Globalization;
using System.Security.Claims;
using LeadStudio.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadStudio.Hosting.Access;

/// <summary>Who looks at the page, and what he or she may do.</summary>
/// <param name="state">Tells who it is; knows it before the first component is made.</param>
public sealed class CurrentUser(AuthenticationStateProvider state)
{
    /// <summary>Gets the name that others see; empty where nobody is signed in (any more).</summary>
    public string Name => Principal.FindFirst(Callers.NameType)?.Value ?? "";

    /// <summary>Gets the user in trails of changes.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in (any more).</exception>
    public Actor Actor => Principal.ToActor();

    /// <summary>Gets the number of the user; 0 where nobody is signed in (any more).</summary>
    public long Id => long.TryParse(Principal.FindFirst(ClaimTypes.NameIdentifier)?.Value, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Gets the role, as a word; empty where nobody is signed in (any more).</summary>
    public string Role => Principal.FindFirst(ClaimTypes.Role)?.Value ?? "";

    /// <summary>Gets the claims of the user; none where nobody is signed in (any more).</summary>
    public ClaimsPrincipal Principal =>
        state.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true, Result.User: var user } ? user : new ClaimsPrincipal();

    /// <summary>Tells whether the user may do something.</summary>
    /// <param name="scope">What; see <see cref="Scopes"/>.</param>
    /// <returns>Whether the role allows it.</returns>
    public bool May(string scope) => Principal.May(scope);
}
