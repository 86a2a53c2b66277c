using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Tests.Features.Leads;

/// <summary>Leads without a past; it notes what it was asked to change.</summary>
internal sealed class FakeLeadStore : ILeadStore
{
    public List<string> Asked { get; } = [];

    /// <summary>Gets what edits are answered; by default that they are stored.</summary>
    public Result<long>? Answer { get; init; }

    public Task<Result<LeadDetails>> GetAsync(long id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Result<long>> AddAsync(IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Result<long>> EditAsync(
        long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, bool isLocked = false, CancellationToken cancellationToken = default)
    {
        Asked.Add($"{(isLocked ? "lock" : "edit")} {string.Join(", ", values.Select(item => $"{item.Key} {item.Value.Text ?? $"{item.Value.Number}"}"))} of {id}");
        return Task.FromResult(Answer ?? id);
    }

    public Task<Result<long>> UnlockAsync(long id, string key, Actor by, CancellationToken cancellationToken = default)
    {
        Asked.Add($"unlock {key} of {id}");
        return Task.FromResult<Result<long>>(id);
    }

    public Task<Result<long>> SetOutcomeAsync(
        long id, int? outcome, double? value, Actor by, long? at = null, CancellationToken cancellationToken = default)
    {
        Asked.Add($"outcome {outcome} worth {value} at {at}");
        return Task.FromResult<Result<long>>(id);
    }

    public Task<IReadOnlyList<ScoreHistoryEntry>> HistoryAsync(IReadOnlyCollection<long> ids, long since, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ScoreHistoryEntry>>([]);
}

/// <summary>One reason for all.</summary>
internal sealed class FakeScoreReasons : IScoreReasons
{
    public ValueTask<IReadOnlyList<ScoreReason>> ReasonsAsync(long version, string ruleMask, int count, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<ScoreReason>>([new ScoreReason("Asked for a demo", 25), new ScoreReason("Visited pricing", 12)]);
}

/// <summary>Keeps what was said.</summary>
internal sealed class FakeToasts : IToasts
{
    public List<string> Said { get; } = [];

    public Func<Task>? Undo { get; private set; }

    public void Info(string message) => Said.Add(message);

    public void Success(string message) => Said.Add(message);

    public void Error(string message) => Said.Add(message);

    public void WithUndo(string message, Func<Task> undo)
    {
        Said.Add(message);
        Undo = undo;
    }
}
