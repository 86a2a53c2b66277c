using LeadStudio.Api;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LeadStudio.Hosting.Access;

/// <summary>Where browsers are sent that have not signed in, or may not see what they asked for.</summary>
internal static class AccessRedirects
{
    public static async Task ToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Response.HasStarted)
        {
            return; // the hub takes keys, too, and the program was told already
        }

        if (!WantsPage(http.Request))
        {
            await Problems.Of(StatusCodes.Status401Unauthorized, "unauthorized", "Nobody is signed in", "Sign in, and do it again.").ExecuteAsync(http);
            return;
        }

        var hasUsers = await http.RequestServices.GetRequiredService<IUsers>().AnyAsync(http.RequestAborted);
        http.Response.Redirect(hasUsers ? context.RedirectUri : AccessPaths.SetUp);
    }

    public static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Response.HasStarted)
        {
            return;
        }

        if (WantsPage(http.Request))
        {
            http.Response.Redirect(AccessPaths.NotAllowed);
            return;
        }

        await Problems.Of(StatusCodes.Status403Forbidden, "forbidden", "Your role may not do this", "Ask an administrator to do it, or to give you another role.").ExecuteAsync(http);
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/html");
}
