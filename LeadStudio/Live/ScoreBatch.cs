using System.Collections.Concurrent;
using LeadStudio.Core.Leads.Journal;

namespace LeadStudio.Live;

/// <summary>The changes of scores of one entry of the outbox, and the way to the next ones: all listeners walk along the same chain.</summary>
/// <param name="entry">The entry's number.</param>
/// <param name="at">When it was, in UTC microseconds.</param>
/// <param name="steps">The changes.</param>
internal sealed class ScoreBatch(long entry, long at, IReadOnlyList<ScoreStep> steps)
{
    private readonly TaskCompletionSource<ScoreBatch> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<(string Kind, string Filter), Lazy<Task<object>>> _made = [];

    public long Entry => entry;

    public long At => at;

    public IReadOnlyList<ScoreStep> Steps => steps;

    /// <summary>Gets the batch behind this one, as soon as it is there.</summary>
    public Task<ScoreBatch> Next => _next.Task;

    public void Append(ScoreBatch next) => _next.SetResult(next);

    /// <summary>Makes something of the batch once, for all listeners who want the same.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="kind">What it is.</param>
    /// <param name="filter">Whose changes it has; see <see cref="ScoreFilter.Key"/>.</param>
    /// <param name="make">Makes it.</param>
    public async Task<T> MadeAsync<T>(string kind, string filter, Func<Task<T>> make)
        where T : class =>
        (T)await _made.GetOrAdd((kind, filter), _ => new(async () => await make())).Value;
}
