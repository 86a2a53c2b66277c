using LeadStudio.Core.Access.Users;

namespace LeadStudio.Hosting.Access;

/// <summary>Where people sign in and out.</summary>
internal static class AccessPaths
{
    public const string SignIn = "/sign-in";

    public const string Code = "/sign-in/code";

    public const string NotAllowed = "/not-allowed";

    public const string SetUp = "/set-up";

    public const string Password = "/set-password";

    public const string SignOut = "/sign-out";

    public const string Account = "/account";

    public const string ChangePassword = "/account/password";

    public const string TwoFactor = "/account/two-factor";

    /// <summary>The parameter of the address that says where to go afterwards.</summary>
    public const string ReturnParameter = "returnUrl";

    /// <summary>Gets the address by which a user sets a password.</summary>
    /// <param name="link">The link.</param>
    /// <returns>The address, without a host.</returns>
    public static string Of(PasswordLink link) => FormattableString.Invariant($"{Password}?user={link.UserId}&token={Uri.EscapeDataString(link.Token)}");

    /// <summary>Gets where to go after a sign-in: never to another site.</summary>
    /// <param name="wanted">The address that was asked for.</param>
    /// <returns>It, where it is one of LeadStudio's; else the start.</returns>
    public static string After(string? wanted) =>
        wanted is ['/', not ('/' or '\\'), ..] && !wanted.Any(char.IsControl) ? wanted : "/";
}
