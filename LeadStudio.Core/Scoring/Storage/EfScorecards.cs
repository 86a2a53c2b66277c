using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring.Model;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring.Storage;

internal sealed class EfScorecards(IDatabase database, IFactSources facts, IWorkQueue queue, IEventBus bus, TimeProvider time) : IScorecards, IDisposable
{
    // Two at once would take the same version, or publish the default scorecard twice.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<long, PublishedScorecard> _versions = [];
    private PublishedScorecard? _published;

    public async ValueTask<PublishedScorecard> GetPublishedAsync(CancellationToken cancellationToken = default)
    {
        if (_published is { } known)
        {
            return known;
        }

        var newest = await database.ReadAsync(
            async db => await db.Set<ScorecardVersion>().OrderByDescending(card => card.Version).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (newest is not null)
        {
            return _published ??= Read(newest);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _published ?? (await PublishAsync(DefaultScorecard.Card, "The scorecard of a fresh installation.", Actor.System, keepsDraft: true, cancellationToken)).Value
                ?? throw new InvalidOperationException("The default scorecard has errors.");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public async ValueTask<Result<PublishedScorecard>> GetAsync(long version, CancellationToken cancellationToken = default)
    {
        lock (_versions)
        {
            if (_versions.TryGetValue(version, out var known))
            {
                return known;
            }
        }

        var row = await database.ReadAsync(
            async db => await db.Set<ScorecardVersion>().SingleOrDefaultAsync(card => card.Version == version, cancellationToken), cancellationToken);
        return row is null ? new ScorecardNotFound(version) : Read(row);
    }

    public async Task<IReadOnlyList<PublishedScorecard>> ListAsync(CancellationToken cancellationToken = default)
    {
        await GetPublishedAsync(cancellationToken);
        var rows = await database.ReadAsync(
            async db => await db.Set<ScorecardVersion>().OrderByDescending(card => card.Version).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<DraftScorecard?> GetDraftAsync(CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(async db => await db.Set<ScorecardDraft>().SingleOrDefaultAsync(cancellationToken), cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<Result<DraftScorecard>> SaveDraftAsync(Scorecard card, long revision, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(by);
        var published = await GetPublishedAsync(cancellationToken);
        return await database.WriteAsync<Result<DraftScorecard>>(
            async db =>
            {
                var row = await db.Set<ScorecardDraft>().SingleOrDefaultAsync(cancellationToken);
                if ((row?.Revision ?? 0) != revision)
                {
                    return new DraftChanged(row?.By ?? "Somebody");
                }

                row ??= db.Add(new ScorecardDraft { Card = "", By = by.Name, BasedOn = published.Version }).Entity;
                (row.Card, row.By, row.Revision) = (ScorecardJson.Print(card), by.Name, revision + 1);
                row.UpdatedAt = UtcMicroseconds.From(time.GetUtcNow());
                return Read(row);
            },
            cancellationToken);
    }

    public Task DiscardDraftAsync(Actor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async db =>
            {
                var drafts = await db.Set<ScorecardDraft>().ExecuteDeleteAsync(cancellationToken);
                if (drafts > 0)
                {
                    new Deed(by, "scorecard.draft-discarded", "", "Draft").AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));
                }

                return drafts;
            },
            cancellationToken);

    public Task<Result<PublishedScorecard>> PublishAsync(Scorecard card, string? note, Actor by, CancellationToken cancellationToken = default) =>
        PublishInTurnAsync(card, note, by, keepsDraft: false, cancellationToken);

    public async Task<Result<PublishedScorecard>> RollBackAsync(long version, Actor by, CancellationToken cancellationToken = default)
    {
        var old = await GetAsync(version, cancellationToken);
        return old.IsSuccess
            ? await PublishInTurnAsync(old.Value.Card, $"Rolled back to version {version}.", by, keepsDraft: true, cancellationToken)
            : old;
    }

    private async Task<Result<PublishedScorecard>> PublishInTurnAsync(Scorecard card, string? note, Actor by, bool keepsDraft, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await PublishAsync(card, note, by, keepsDraft, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Result<PublishedScorecard>> PublishAsync(Scorecard card, string? note, Actor by, bool keepsDraft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(by);
        var source = await facts.GetAsync(cancellationToken);
        var errors = new ScorecardValidator(source.Facts).Check(card).Where(problem => problem.Kind == ConditionProblemKind.Error).ToList();
        if (errors.Count > 0)
        {
            return new ScorecardHasErrors(errors);
        }

        var published = await database.WriteAsync(
            async db =>
            {
                // Leads that are being written have a score by this version, or are seen here and in the queue.
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
                var last = await db.Set<ScorecardVersion>().MaxAsync(row => (long?)row.Version, cancellationToken) ?? 0;
                var row = new ScorecardVersion
                {
                    Version = last + 1,
                    Card = ScorecardJson.Print(card),
                    PublishedAt = UtcMicroseconds.From(time.GetUtcNow()),
                    By = by.Name,
                    Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
                };
                db.Add(row);
                new Deed(
                    by,
                    keepsDraft && last > 0 ? "scorecard.rolled-back" : "scorecard.published",
                    FormattableString.Invariant($"{row.Version}"),
                    $"Version {row.Version}",
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = last },
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = row.Version, ["note"] = row.Note }).AddTo(db, row.PublishedAt);
                if (!keepsDraft)
                {
                    await db.Set<ScorecardDraft>().ExecuteDeleteAsync(cancellationToken);
                }

                var lastLead = await db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken);
                if (lastLead > 0)
                {
                    await queue.AddAsync(db, LeadQueues.Score, 1, lastLead);
                }

                return Read(row);
            },
            cancellationToken);
        _published = published;
        queue.Wake(LeadQueues.Score);
        bus.Publish(new ScorecardPublished(published.Version));
        return published;
    }

    private static DraftScorecard Read(ScorecardDraft row) => new(Parse(row.Card), row.BasedOn, row.Revision, row.UpdatedAt, row.By);

    private static Scorecard Parse(string json)
    {
        var card = ScorecardJson.Parse(json);
        return card.Value ?? throw new InvalidOperationException($"A stored scorecard cannot be read: {card.Error?.Message}");
    }

    // A version never changes, so it is parsed once.
    private PublishedScorecard Read(ScorecardVersion row)
    {
        lock (_versions)
        {
            if (!_versions.TryGetValue(row.Version, out var card))
            {
                _versions[row.Version] = card = new(row.Version, Parse(row.Card), row.PublishedAt, row.By, row.Note);
            }

            return card;
        }
    }
}
