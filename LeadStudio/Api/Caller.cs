using LeadStudio.Core.Access;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Api;

/// <summary>Tells who calls the API.</summary>
internal static class Caller
{
    /// <summary>Gives the caller, as what it does is noted under.</summary>
    /// <param name="http">The request, whose key was checked.</param>
    /// <returns>The key, under its name.</returns>
    public static Actor Of(HttpContext http) => http.User.ToActor();
}
