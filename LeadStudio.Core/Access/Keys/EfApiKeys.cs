using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Access.Keys;

/// <summary>Keys in the database, found by the hash of their secret.</summary>
/// <remarks>
/// A key that was found stays in memory for some seconds: a program asks often, and a withdrawn key may live that long on another node.
/// Here it ends at once.
/// </remarks>
internal sealed class EfApiKeys(IDatabase database, TimeProvider time) : IApiKeys
{
    private const string SecretPrefix = "ls_live_";
    private const string WritePrefix = "ls_write_";
    private const int LongestName = 100;
    private const int PrefixLength = 16;
    private const int SecretBytes = 32;
    private const int MostKnown = 10_000;
    private const long KeptFor = 10_000_000;
    private const long UseNotedEvery = 60_000_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(
            async db => await db.Set<ApiKey>().OrderByDescending(key => key.Id).ToListAsync(cancellationToken),
            cancellationToken);

    public Task<Result<NewApiKey>> AddAsync(string name, IReadOnlyList<string> scopes, long? expiresAt, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scopes);
        return WhyNot(scopes) is { } problem ? Task.FromResult<Result<NewApiKey>>(problem) : AddAsync(ApiKeyKind.Secret, name, scopes, expiresAt, by, cancellationToken);
    }

    public Task<Result<NewApiKey>> AddWriteKeyAsync(string name, long? expiresAt, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return AddAsync(ApiKeyKind.Write, name, [Access.Scopes.WriteEvents], expiresAt, by, cancellationToken);
    }

    public async Task<Result<ApiKey>> RevokeAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        var revoked = await database.WriteAsync(
            async db =>
            {
                var key = await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken);
                if (key is { RevokedAt: null })
                {
                    key.RevokedAt = Now;
                    Note(db, by, "key.revoked", key);
                }

                return key;
            },
            cancellationToken);
        if (revoked is null)
        {
            return new KeyNotFound(id);
        }

        _known.TryRemove(revoked.Hash, out _);
        return revoked;
    }

    public async ValueTask<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal) && !secret.StartsWith(WritePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        // Looked up by its hash: how long that takes tells nothing of the secret.
        var hash = HashOf(secret);
        if (!_known.TryGetValue(hash, out var known) || Now - known.At > KeptFor)
        {
            var found = await database.ReadAsync(db => db.Set<ApiKey>().SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken), cancellationToken);
            if (found is null)
            {
                return null; // not kept: strangers could fill the memory
            }

            if (_known.Count >= MostKnown)
            {
                _known.Clear();
            }

            _known[hash] = known = new(found, Now);
        }

        if (known.Key is not { RevokedAt: null } key || key.ExpiresAt <= Now)
        {
            return null;
        }

        await NoteUseAsync(key, cancellationToken);
        return key;
    }

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static void Note(LeadStudioDbContext db, Actor by, string action, ApiKey key, Dictionary<string, object?>? after = null) =>
        new Deed(by, action, FormattableString.Invariant($"{key.Id}"), key.Name, After: after).AddTo(db, key.RevokedAt ?? key.CreatedAt);

    private KeyRefused? WhyNot(string name, long? expiresAt) =>
        name.Trim().Length is 0 or > LongestName ? new($"A key needs a name of at most {LongestName} characters that says what it is for.")
        : expiresAt <= Now ? new("The key would have ended already. Choose a later day.")
        : null;

    private static KeyRefused? WhyNot(IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return new KeyRefused("A key that may do nothing is of no use. Choose at least one thing that it may do.");
        }

        return scopes.FirstOrDefault(scope => !Access.Scopes.Texts.ContainsKey(scope)) is { } unknown
            ? new KeyRefused($"There is no scope \"{unknown}\". Choose among {string.Join(", ", Access.Scopes.Texts.Keys.Order(StringComparer.Ordinal))}.")
            : null;
    }

    private async Task<Result<NewApiKey>> AddAsync(ApiKeyKind kind, string name, IReadOnlyList<string> scopes, long? expiresAt, Actor by, CancellationToken cancellationToken)
    {
        if (WhyNot(name, expiresAt) is { } problem)
        {
            return problem;
        }

        var secret = (kind == ApiKeyKind.Write ? WritePrefix : SecretPrefix) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new ApiKey
        {
            Name = name.Trim(),
            Kind = kind,
            PublicText = kind == ApiKeyKind.Write ? secret : null,
            Prefix = secret[..PrefixLength],
            Hash = HashOf(secret),
            Scopes = string.Join(' ', scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            CreatedBy = by.Name,
            CreatedAt = Now,
            ExpiresAt = expiresAt,
        };
        await database.WriteAsync(
            async db =>
            {
                db.Add(key);
                await db.SaveChangesAsync(cancellationToken); // it has its number now
                Note(db, by, "key.added", key, new() { ["kind"] = kind.ToString(), ["prefix"] = key.Prefix, ["scopes"] = key.Scopes, ["expiresAt"] = expiresAt is { } end ? UtcMicroseconds.ToInstant(end) : null });
                return true;
            },
            cancellationToken);
        return new NewApiKey(key, secret);
    }

    private async Task NoteUseAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var now = Now;
        if (key.UsedAt is { } used && now - used < UseNotedEvery)
        {
            return;
        }

        key.UsedAt = now;
        await database.WriteAsync(
            db => db.Set<ApiKey>().Where(row => row.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken),
            cancellationToken);
    }

    private sealed record Known(ApiKey Key, long At);
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Ignore(key => key.ScopeList);
        builder.Ignore(key => key.Actor);
        builder.Property(key => key.Kind).HasConversion<string>().HasDefaultValue(ApiKeyKind.Secret);
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}
