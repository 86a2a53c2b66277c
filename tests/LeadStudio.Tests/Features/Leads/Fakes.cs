using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Tests.Features.Leads;

/// <summary>Leads without a past.</summary>
internal sealed class FakeLeadStore : ILeadStore
{
    public Task<Result<LeadDetails>> GetAsync(long id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Result<long>> AddAsync(IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Result<long>> EditAsync(
        long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, bool isLocked = false, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Result<long>> SetOutcomeAsync(long id, int? outcome, double? value, Actor by, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ScoreHistoryEntry>> HistoryAsync(IReadOnlyCollection<long> ids, long since, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ScoreHistoryEntry>>([]);
}

/// <summary>One reason for all.</summary>
internal sealed class FakeScoreReasons : IScoreReasons
{
    public ValueTask<IReadOnlyList<ScoreReason>> ReasonsAsync(long version, string ruleMask, int count, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<ScoreReason>>([new ScoreReason("Asked for a demo", 25), new ScoreReason("Visited pricing", 12)]);
}
