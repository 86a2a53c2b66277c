using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Requests.Storage;

internal sealed class EfAnsweredRequests(IDatabase database, TimeProvider time) : IAnsweredRequests
{
    private const long KeptFor = UtcMicroseconds.PerDay;

    // Who is still at work after that was killed; an upload of the largest file takes less.
    private const long LongestWork = UtcMicroseconds.PerDay / 24;

    public Task<RequestClaim> BeginAsync(string caller, string key, string fingerprint, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async db =>
            {
                var now = UtcMicroseconds.From(time.GetUtcNow());
                await db.Sql(
                    "delete from answered_requests where started_at < @old or (status is null and started_at < @abandoned)",
                    ("old", now - KeptFor),
                    ("abandoned", now - LongestWork)).RunAsync(cancellationToken);

                // The statement decides, not a read before it: two servers may get the same request at once.
                var isNew = await db.Sql(
                    "insert into answered_requests (caller, key, fingerprint, started_at) values (@caller, @key, @fingerprint, @now) on conflict (caller, key) do nothing",
                    ("caller", caller),
                    ("key", key),
                    ("fingerprint", fingerprint),
                    ("now", now)).RunAsync(cancellationToken) == 1;
                return isNew ? new RequestClaim(RequestState.New) : Read(await Rows(db, caller, key).AsNoTracking().SingleAsync(cancellationToken), fingerprint);
            },
            cancellationToken);

    public Task KeepAsync(string caller, string key, RequestAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return database.WriteAsync(
            db => Rows(db, caller, key).ExecuteUpdateAsync(
                row => row.SetProperty(request => request.Status, answer.Status).SetProperty(request => request.Headers, answer.Headers).SetProperty(request => request.Body, answer.Body),
                cancellationToken),
            cancellationToken);
    }

    public Task ForgetAsync(string caller, string key, CancellationToken cancellationToken = default) =>
        database.WriteAsync(db => Rows(db, caller, key).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private static IQueryable<AnsweredRequestRow> Rows(LeadStudioDbContext db, string caller, string key) =>
        db.Set<AnsweredRequestRow>().Where(request => request.Caller == caller && request.Key == key);

    private static RequestClaim Read(AnsweredRequestRow row, string fingerprint) =>
        row.Fingerprint != fingerprint ? new(RequestState.Different)
        : row.Status is { } status ? new(RequestState.Answered, new(status, row.Headers ?? "{}", row.Body ?? ""))
        : new(RequestState.Running);
}
