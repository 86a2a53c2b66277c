using System.Text.Json;
using LeadStudio.Api.Document;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;

namespace LeadStudio.Api.Access;

/// <summary>What people and keys did.</summary>
internal static class AuditApi
{
    private const int UsualEntries = 50;
    private const int MostEntries = 1_000;

    public static void MapAuditTrail(this IEndpointRouteBuilder audit) => audit.MapGet("", ListAsync)
        .Describe("listAudit", "Read the audit trail", "Gives what people and keys did, newest first.")
        .Answers<PageJson<AuditJson>>();

    /// <summary>Lists entries.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="q">Words that the actor, the subject or the action contain.</param>
    /// <param name="kind">The kind of thing, such as <c>user</c>, <c>lead</c> or <c>sign-in</c>.</param>
    /// <param name="subject">The id of what it was done to.</param>
    /// <param name="from">At this time or later.</param>
    /// <param name="to">Before this time.</param>
    /// <param name="limit">At most how many, 1 to 1,000.</param>
    /// <param name="cursor">What the part before gave as <c>nextCursor</c>.</param>
    private static async Task<IResult> ListAsync(
        IAuditTrail trail,
        CancellationToken cancellationToken,
        string q = "",
        string? kind = null,
        string? subject = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int limit = UsualEntries,
        long? cursor = null)
    {
        if (limit is < 1 or > MostEntries)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {MostEntries:N0} entries at a time; follow \"nextCursor\" for more.");
        }

        var query = new AuditQuery(q, kind, subject, Microseconds(from), Microseconds(to));
        var entries = await trail.ListAsync(query, cursor, limit + 1, cancellationToken);
        var page = entries.Take(limit).ToList();
        return TypedResults.Ok(new PageJson<AuditJson>([.. page.Select(AuditJson.Of)], entries.Count > limit ? PlainText.Of(page[^1].Id) : null, null));
    }

    private static long? Microseconds(DateTimeOffset? instant) => instant is { } some ? UtcMicroseconds.From(some) : null;
}

/// <summary>What somebody did.</summary>
/// <param name="Id">The entry; later ones have greater ids.</param>
/// <param name="At">When it was.</param>
/// <param name="ActorKind">What did it.</param>
/// <param name="Actor">The name of who did it.</param>
/// <param name="Address">The network address it was done from; null where that is not known.</param>
/// <param name="Action">What was done, such as <c>user.changed</c>.</param>
/// <param name="SubjectId">What it was done to; empty where that has no id.</param>
/// <param name="Subject">Its name then; a mark where a person was erased.</param>
/// <param name="Before">What was before, by name; null where that says nothing.</param>
/// <param name="After">What is since, by name; null where that says nothing.</param>
internal sealed record AuditJson(
    string Id, DateTimeOffset At, ActorKind ActorKind, string Actor, string? Address, string Action, string SubjectId, string Subject,
    IReadOnlyDictionary<string, JsonElement>? Before, IReadOnlyDictionary<string, JsonElement>? After)
{
    public static AuditJson Of(AuditEntry entry) => new(
        PlainText.Of(entry.Id),
        UtcMicroseconds.ToInstant(entry.At),
        entry.ActorKind,
        entry.Actor,
        entry.Address,
        entry.Action,
        entry.SubjectId,
        entry.Subject,
        Read(entry.Before),
        Read(entry.After));

    private static Dictionary<string, JsonElement>? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
}
