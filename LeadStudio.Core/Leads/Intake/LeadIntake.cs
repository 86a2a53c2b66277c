using System.Collections.Concurrent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Intake;

/// <summary>Gathers those who come while a commit waits for the disk, and writes them together in the next transaction.</summary>
internal sealed class LeadIntake(IntakeWriter writer, ILeadSnapshots snapshots) : ILeadIntake
{
    private const int MostTogether = 200;
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _isWriting;

    public Task<Result<IntakeAnswer>> TakeAsync(LeadStatement said, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(by);
        var waiting = new Waiting(said, by);
        _waiting.Enqueue(waiting);
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            _ = Task.Run(WriteAllAsync, CancellationToken.None);
        }

        return waiting.Answer.Task.WaitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Result<TakenLead>>> TakeAsync(IReadOnlyList<LeadStatement> said, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(by);
        var written = await writer.WriteAsync([.. said.Select(one => (one, by))], readsLeads: false, cancellationToken);
        var answers = new List<Result<TakenLead>>(said.Count);
        for (var i = 0; i < said.Count; i++)
        {
            var row = written.Rows[i];
            answers.Add(row.Problem is null
                ? new TakenLead(row.Outcome, row.LeadId, written.Standings.GetValueOrDefault(row.LeadId))
                : await ErrorOfAsync(row.Problem, said[i], cancellationToken));
        }

        return answers;
    }

    private async Task WriteAllAsync()
    {
        do
        {
            while (!_waiting.IsEmpty)
            {
                await WriteAsync(Next());
            }

            Volatile.Write(ref _isWriting, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isWriting, 1) == 0);
    }

    // Whoever expects a version of a lead is written alone: another one of the same transaction may change it first.
    private List<Waiting> Next()
    {
        var next = new List<Waiting>();
        while (next.Count < MostTogether && _waiting.TryPeek(out var one) && (next.Count == 0 || one.Said.ExpectedVersions is null))
        {
            _waiting.TryDequeue(out _);
            next.Add(one);
            if (one.Said.ExpectedVersions is not null)
            {
                break;
            }
        }

        return next;
    }

    private async Task WriteAsync(List<Waiting> together)
    {
        try
        {
            var written = await writer.WriteAsync([.. together.Select(one => (one.Said, one.By))], readsLeads: true, CancellationToken.None);
            for (var i = 0; i < together.Count; i++)
            {
                var row = written.Rows[i];
                together[i].Answer.TrySetResult(row.Problem is null
                    ? new IntakeAnswer(row.Outcome, written.Leads[row.LeadId])
                    : await ErrorOfAsync(row.Problem, together[i].Said, CancellationToken.None));
            }
        }
#pragma warning disable CA1031 // Whoever waits gets the failure; alone, so that one does not fail for another.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (together.Count == 1)
            {
                together[0].Answer.TrySetException(failure);
                return;
            }

            foreach (var one in together.Where(one => !one.Answer.Task.IsCompleted))
            {
                await WriteAsync([one]);
            }
        }
    }

    private async Task<Error> ErrorOfAsync(RowProblem problem, LeadStatement said, CancellationToken cancellationToken) =>
        problem == IntakeResult.Missing ? new LeadNotFound(said.LeadId ?? 0)
        : problem == IntakeResult.Changed ? new LeadChangedMeanwhile(said.LeadId ?? 0)
        : problem.OtherLead is { } other && (await snapshots.GetAsync(other, cancellationToken)).Value is { } taken ? new LeadKeyTaken(other, taken.DisplayName())
        : new LeadRefused(problem.Message);

    private sealed record Waiting(LeadStatement Said, Actor By)
    {
        public TaskCompletionSource<Result<IntakeAnswer>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
