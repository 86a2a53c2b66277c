using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using LeadStudio.Api;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Hosting.Limits;

/// <summary>Bounds what one key or one network address can ask for, and how large a request is.</summary>
internal static class LimitExtensions
{
    /// <summary>The most bytes of a request, where an endpoint does not say otherwise.</summary>
    public const long LargestRequest = 256 * 1024;

    // In small steps: whoever was refused need not wait for a whole second.
    private const int StepsPerSecond = 10;

    private static readonly PathString[] s_limited = [ApiEndpoints.Path, "/hubs", AccessPaths.SignIn, AccessPaths.SetUp, AccessPaths.Password];

    public static void AddLeadStudioLimits(this WebApplicationBuilder builder)
    {
        var limits = Settings.Read<LimitOptions>(builder.Configuration, LimitOptions.SectionName);
        if (limits.RequestsPerKey < 1 || limits.RequestsPerAddress < 1)
        {
            throw new SettingException("LeadStudio:Limits must let at least one request a second in. Set RequestsPerKey and RequestsPerAddress to 1 or more, or remove them.");
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http) ? Bucket($"address {http.Connection.RemoteIpAddress}", limits.RequestsPerAddress) : RateLimitPartition.GetNoLimiter("")),
                PartitionedRateLimiter.Create<HttpContext, string>(http => KeyOf(http) is { } key ? Bucket($"key {key}", limits.RequestsPerKey) : RateLimitPartition.GetNoLimiter("")));
            limiter.OnRejected = RefuseAsync;
        });
    }

    private static bool IsLimited(HttpContext http) => Array.Exists(s_limited, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    // Before it is known whether there is such a key. Hashed, as it stays in memory.
    private static string? KeyOf(HttpContext http) => http.Request.Headers.Authorization.ToString() is { Length: > 0 } header
        ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(header)))
        : null;

    private static RateLimitPartition<string> Bucket(string partition, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        partition,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond,
            TokensPerPeriod = Math.Max(1, perSecond / StepsPerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)Math.Max(1, perSecond / StepsPerSecond) / perSecond),
            QueueLimit = 0,
        });

    private static async ValueTask RefuseAsync(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? (int)Math.Ceiling(time.TotalSeconds) : 1;
        var http = rejected.HttpContext;
        http.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", "Wait for the seconds that the header \"Retry-After\" says, and then ask less often.")
            .ExecuteAsync(http);
    }
}
