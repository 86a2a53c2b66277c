using System.Runtime.CompilerServices;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Messaging;

namespace LeadStudio.Live;

/// <summary>The changes of scores as they are committed. One reader of the outbox serves all listeners.</summary>
internal sealed class ScoreChanges(IOutbox outbox)
{
    private const int EntriesRead = 50;
    private static readonly string[] s_topics = [LeadTopics.Scores];
    private readonly TaskCompletionSource<ScoreBatch> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ScoreBatch? _last;

    /// <summary>Tells whether nothing behind a place is lost.</summary>
    /// <param name="after">The place that a listener was at.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Whether it can read on; not where it was away too long, or the database is another one now.</returns>
    public async Task<bool> CanResumeAsync(ScorePosition after, CancellationToken cancellationToken)
    {
        var (first, last) = await outbox.BoundsAsync(cancellationToken);
        return after.Entry >= (after.Place == int.MaxValue ? first - 1 : first) && after.Entry <= last;
    }

    /// <summary>Gets the place of the newest change.</summary>
    /// <param name="cancellationToken">Stops the wait for the reader's start.</param>
    /// <returns>The place.</returns>
    public async Task<ScoreBatch> LastAsync(CancellationToken cancellationToken) => _last ?? await _first.Task.WaitAsync(cancellationToken);

    /// <summary>Reads what was changed before a batch, from a place on.</summary>
    /// <param name="after">The place; the first batch may begin before it.</param>
    /// <param name="until">The batch.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The batches behind the place, up to the given one.</returns>
    public async IAsyncEnumerable<ScoreBatch> PastAsync(ScorePosition after, ScoreBatch until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = after.Place == int.MaxValue ? after.Entry : after.Entry - 1;
        while (next < until.Entry && await outbox.ReadAsync(next, s_topics, EntriesRead, cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var entry in entries.Where(entry => entry.Id <= until.Entry))
            {
                yield return Read(entry);
            }

            next = entries[^1].Id;
        }
    }

    /// <summary>Reads what is new, and hands it to all listeners.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        if (_last is not { } last)
        {
            _last = new ScoreBatch((await outbox.BoundsAsync(cancellationToken)).Last, 0, []);
            _first.SetResult(_last);
            return true;
        }

        var entries = await outbox.ReadAsync(last.Entry, s_topics, EntriesRead, cancellationToken);
        foreach (var batch in entries.Select(Read))
        {
            _last.Append(batch);
            _last = batch;
        }

        return entries.Count == EntriesRead;
    }

    private static ScoreBatch Read(OutboxEntry entry) => new(entry.Id, entry.At, JournalText.ReadSteps(entry.Data));
}
