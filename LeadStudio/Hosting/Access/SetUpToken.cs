using System.Security.Cryptography;
using System.Text;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LeadStudio.Hosting.Access;

/// <summary>The secret that whoever can read the log proves with, to become the first administrator. A new one at each start.</summary>
internal sealed class SetUpToken
{
    private const int Bytes = 16;

    /// <summary>Gets the secret.</summary>
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Tells whether somebody knows it, in the same time whatever is given.</summary>
    /// <param name="given">What was given.</param>
    /// <returns>Whether it is the secret.</returns>
    public bool IsSame(string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(given?.Trim() ?? ""));
}

/// <summary>Writes into the log where the first administrator is made, as long as there is none.</summary>
internal sealed class SetUpNotice(IUsers users, SetUpToken token, IServer server, IHostApplicationLifetime lifetime, ILogger<SetUpNotice> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await users.AnyAsync(cancellationToken))
        {
            lifetime.ApplicationStarted.Register(Write);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The address is known only when the server listens.
    private void Write()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        logger.SetUpNeeded($"{address}{AccessPaths.SetUp}?token={token.Value}");
    }
}
