using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Signs users in, not those who are disabled, and notes it in the audit trail.</summary>
internal sealed partial class UserSignIn(
    UserManager<User> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    IAuditTrail audit,
    TimeProvider time) : SignInManager<User>(users, http, claims, options, logger, schemes, confirmation)
{
    private const int CodeLength = 6;
    private const int LongestSubject = 200;

    private bool _isRefresh; // the cookie of somebody who is signed in becomes another: no sign-in

    private string? Address => Context.Connection.RemoteIpAddress?.ToString();

    /// <inheritdoc />
    public override async Task<bool> CanSignInAsync(User user) => !user.IsDisabled && await base.CanSignInAsync(user);

    /// <summary>Checks an address and a password, and signs in where both fit and no code is needed.</summary>
    /// <param name="email">The address.</param>
    /// <param name="password">The password.</param>
    /// <param name="isPersistent">Whether the cookie outlives the browser.</param>
    /// <returns>Whether it went well, and if not, why.</returns>
    public async Task<SignInResult> WithPasswordAsync(string email, string password, bool isPersistent)
    {
        var result = await PasswordSignInAsync(email.Trim(), password, isPersistent, lockoutOnFailure: true);
        if (!result.Succeeded && !result.RequiresTwoFactor)
        {
            await NoteAsync(result.IsLockedOut ? "sign-in.locked" : "sign-in.failed", email);
        }

        return result;
    }

    /// <summary>Checks the second factor of whoever gave the right password, and signs in.</summary>
    /// <param name="code">The code of the authenticator app, or a recovery code.</param>
    /// <param name="isPersistent">Whether the cookie outlives the browser.</param>
    /// <returns>Whether it went well, and if not, why.</returns>
    public async Task<SignInResult> WithCodeAsync(string code, bool isPersistent)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        var result = plain.Length == CodeLength
            ? await TwoFactorAuthenticatorSignInAsync(plain, isPersistent, rememberClient: false)
            : await TwoFactorRecoveryCodeSignInAsync(plain);
        if (!result.Succeeded && await GetTwoFactorAuthenticationUserAsync() is { } user)
        {
            await NoteAsync(result.IsLockedOut ? "sign-in.locked" : "sign-in.failed", user.DisplayName, user);
        }

        return result;
    }

    /// <inheritdoc />
    public override async Task RefreshSignInAsync(User user)
    {
        _isRefresh = true;
        await base.RefreshSignInAsync(user);
        _isRefresh = false;
    }

    /// <inheritdoc />
    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<System.Security.Claims.Claim> additionalClaims)
    {
        if (_isRefresh)
        {
            await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
            return;
        }

        user.SignedInAt = UtcMicroseconds.From(time.GetUtcNow());
        await UserManager.UpdateAsync(user);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        await NoteAsync("sign-in.done", user.DisplayName, user);
    }

    private Task NoteAsync(string action, string subject, User? user = null) => audit.AddAsync(new Deed(
        user?.Actor ?? new(Core.Access.ActorKind.Person, subject),
        action,
        user is null ? "" : FormattableString.Invariant($"{user.Id}"),
        subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
        Address: Address));
}
