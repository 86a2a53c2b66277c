using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Hosting;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadStudio.Features.Access.Entrance;

/// <summary>A user of the demonstration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Role">The role.</param>
/// <param name="Does">What he or she does, for people.</param>
internal sealed record DemoAccount(string Name, string Email, Role Role, string Does);

/// <summary>Three users without passwords whom anybody may be, as long as <c>LeadStudio:Demo</c> is true.</summary>
internal sealed class DemoAccounts(IOptions<HostingOptions> hosting, IUsers users, UserManager<User> manager, UserSignIn signIn)
{
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("Sam Rivera", "sam@demo.example", Role.Sales, "who calls leads"),
        new("Mia Chen", "mia@demo.example", Role.Marketer, "who says how leads score"),
        new("Ada Novak", "ada@demo.example", Role.Admin, "who runs LeadStudio"),
    ];

    /// <summary>Gets whether anybody may be one of them.</summary>
    public bool IsOpen => hosting.Value.Demo;

    /// <summary>Signs somebody in as one of them.</summary>
    /// <param name="account">Which one.</param>
    /// <returns>A task that ends when the answer has the cookie.</returns>
    /// <exception cref="InvalidOperationException">This is no demonstration, or an administrator disabled the user.</exception>
    public async Task SignInAsync(DemoAccount account)
    {
        if (!IsOpen || await manager.FindByEmailAsync(account.Email) is not { IsDisabled: false } user)
        {
            throw new InvalidOperationException("This account is not open to everybody.");
        }

        await signIn.SignInAsync(user, isPersistent: false);
    }

    /// <summary>Adds those that are not there.</summary>
    /// <param name="cancellationToken">Stops between two of them.</param>
    /// <returns>A task that ends when all are there.</returns>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        foreach (var account in All)
        {
            if (await manager.FindByEmailAsync(account.Email) is null)
            {
                await users.AddAsync(new NewUser(account.Email, account.Name, account.Role, []), password: null, Actor.System, cancellationToken);
            }
        }
    }
}
