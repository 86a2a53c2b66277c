using System.Security.Claims;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Identity;

namespace LeadStudio.Hosting.Access;

/// <content>What users change about their own signing in. They stay signed in here, and nowhere else.</content>
internal sealed partial class UserSignIn
{
    private const int RecoveryCodes = 10;

    /// <summary>Changes the password.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="present">The password as it is; empty where there is none.</param>
    /// <param name="next">The password as it is to be.</param>
    /// <returns>Whether it is changed, and if not, why.</returns>
    public async Task<IdentityResult> ChangePasswordAsync(ClaimsPrincipal caller, string present, string next)
    {
        var user = await RequiredAsync(caller);
        var result = await UserManager.HasPasswordAsync(user)
            ? await UserManager.ChangePasswordAsync(user, present, next)
            : await UserManager.AddPasswordAsync(user, next);
        if (result.Succeeded)
        {
            await NoteAsync("user.password-set", user);
        }

        return result;
    }

    /// <summary>Makes a key for an authenticator app; it is of no use until <see cref="TurnOnTwoFactorAsync"/>.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>A task that ends when the user has it.</returns>
    public async Task MakeAuthenticatorKeyAsync(ClaimsPrincipal caller)
    {
        var user = await RequiredAsync(caller);
        await UserManager.ResetAuthenticatorKeyAsync(user);
        await RefreshSignInAsync(user);
    }

    /// <summary>Asks for a code at each sign-in from now on.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="code">The code that the app shows.</param>
    /// <returns>Recovery codes; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnTwoFactorAsync(ClaimsPrincipal caller, string code)
    {
        var user = await RequiredAsync(caller);
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await UserManager.VerifyTwoFactorTokenAsync(user, UserManager.Options.Tokens.AuthenticatorTokenProvider, plain))
        {
            return null;
        }

        await UserManager.SetTwoFactorEnabledAsync(user, true);
        var codes = await UserManager.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await NoteAsync("user.two-factor-on", user);
        return [.. codes ?? []];
    }

    /// <summary>Asks for a code no longer, and forgets the key.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="password">The password.</param>
    /// <returns>Whether it is done; not where the password is wrong.</returns>
    public async Task<bool> TurnOffTwoFactorAsync(ClaimsPrincipal caller, string password)
    {
        var user = await RequiredAsync(caller);
        if (!await UserManager.CheckPasswordAsync(user, password))
        {
            return false;
        }

        await UserManager.SetTwoFactorEnabledAsync(user, false);
        await UserManager.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        await NoteAsync("user.two-factor-off", user);
        return true;
    }

    // The changes end all cookies of the user; this one goes on.
    private async Task NoteAsync(string action, User user)
    {
        await RefreshSignInAsync(user);
        await audit.AddAsync(new Deed(user.Actor, action, FormattableString.Invariant($"{user.Id}"), user.DisplayName, Address: Address));
    }

    private async Task<User> RequiredAsync(ClaimsPrincipal caller) =>
        await UserManager.GetUserAsync(caller) ?? throw new InvalidOperationException("Nobody is signed in any more.");
}
