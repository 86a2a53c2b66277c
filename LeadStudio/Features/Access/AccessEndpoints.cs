using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace LeadStudio.Features.Access;

/// <summary>What no page can do: take the cookie away.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app) =>
        app.MapPost(AccessPaths.SignOut, SignOutAsync).AllowAnonymous();

    // Not refused where antiforgery fails: the token belongs to a user, and who has been signed out meanwhile would get an error.
    private static async Task<IResult> SignOutAsync(HttpContext http, UserSignIn signIn, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            await signIn.SignOutAsync();
        }

        return Results.LocalRedirect(AccessPaths.SignIn);
    }
}
