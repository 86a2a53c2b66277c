using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Acts;

internal sealed class LeadActs(
    IDatabase database, IFieldCatalog fields, LeadMatches matches, Trash trash, IWorkQueue queue, IEventBus bus, TimeProvider time) : ILeadActs
{
    public async Task<Result<LeadAct>> StartAsync(LeadSelection selection, ActChange change, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(by);
        if (ActValues.WhyNot(change) is { } refusal)
        {
            return refusal;
        }

        var catalog = await fields.GetAsync(cancellationToken);
        if (change.Kind == ActKind.Tag)
        {
            catalog = await fields.AddOptionsAsync(catalog[StandardFields.Tags], change.Values, cancellationToken);
        }

        var argument = ActValues.Read(catalog, change);
        if (!argument.IsSuccess)
        {
            return argument.Error;
        }

        var ids = await IdsOfAsync(selection, cancellationToken);
        if (ids.Count == 0)
        {
            return new ActRefused("No lead is selected any more. Select some, and try again.");
        }

        var act = new LeadAct
        {
            Kind = change.Kind,
            Argument = argument.Value.Argument,
            ArgumentText = argument.Value.Text,
            Selection = selection.Words,
            By = by.Name,
            At = Now,
            Total = ids.Count,
        };
        return await AddAsync(act, ids, by, cancellationToken);
    }

    public async Task<Result<LeadAct>> MergeAsync(long id, long into, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (id == into)
        {
            return new ActRefused("A lead cannot be merged with itself. Choose another one.");
        }

        var catalog = await fields.GetAsync(cancellationToken);
        var leads = await database.ReadAsync(db => LeadReader.LoadProfilesAsync(db, catalog, [id, into], cancellationToken), cancellationToken);
        string Name(long lead) => new LeadDetails(lead, null, catalog, leads[lead].Profile, [], null).DisplayName;
        if (leads.Count < 2)
        {
            return new LeadNotFound(leads.ContainsKey(id) ? into : id);
        }

        var only = new IdSet();
        only.Add(id);
        var act = new LeadAct
        {
            Kind = ActKind.Merge,
            Argument = MergePiece.ArgumentOf(id, into),
            ArgumentText = Name(into),
            Selection = Name(id),
            By = by.Name,
            At = Now,
            Total = 1,
        };
        return await AddAsync(act, only, by, cancellationToken);
    }

    public async Task<Result<LeadAct>> UndoAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var result = await ChangeAsync(
            id,
            async (db, act) =>
            {
                if (act.EmptiedAt is not null)
                {
                    return new ActRefused("This change is too old to be taken back: what is needed for it was removed.");
                }

                var isPartly = act is { State: ActState.TakenBack, Kind: ActKind.Delete or ActKind.Merge } && await db.Set<TrashRow>().AnyAsync(row => row.ActId == id, cancellationToken);
                if (act.State == ActState.TakingBack || (act.State == ActState.TakenBack && !isPartly))
                {
                    return new ActRefused($"This change {(act.State == ActState.TakenBack ? "was" : "is being")} taken back already, by {act.UndoBy}.");
                }

                (act.State, act.UndoBy, act.UndoAt) = (ActState.TakingBack, by.Name, Now);
                (act.UndoReached, act.Kept) = isPartly ? (0, 0) : (act.UndoReached, act.Kept);
                Note(db, act, by, "taken-back");
                return act;
            },
            cancellationToken);
        return result;
    }

    public Task<Result<LeadAct>> ResumeAsync(long id, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            (_, act) =>
            {
                act.State = act.State != ActState.Failed ? act.State : act.UndoAt is null ? ActState.Running : ActState.TakingBack;
                return Task.FromResult<Result<LeadAct>>(act);
            },
            cancellationToken);

    public async Task<Result<LeadAct>> GetAsync(long id, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(db => db.Set<LeadAct>().SingleOrDefaultAsync(act => act.Id == id, cancellationToken), cancellationToken) is { } found
            ? found
            : new ActNotFound(id);

    public Task<IReadOnlyList<LeadAct>> ListAsync(int count, string? by = null, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<LeadAct>>(
            async db => await db.Set<LeadAct>().Where(act => by == null || act.By == by).OrderByDescending(act => act.Id).Take(count).ToListAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<TrashedLead>> TrashAsync(long id, int count, CancellationToken cancellationToken = default) =>
        trash.ListAsync("t.act_id = @id", id, count, cancellationToken);

    public async Task<TrashedLead?> FindInTrashAsync(long leadId, CancellationToken cancellationToken = default) =>
        await trash.ListAsync("t.lead_id = @id", leadId, 1, cancellationToken) is [var found] ? found : null;

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    private async Task<LeadAct> AddAsync(LeadAct act, IdSet ids, Actor by, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                db.Add(act);
                await db.SaveChangesAsync(cancellationToken);
                db.Add(new ActSelection { ActId = act.Id, Ids = ids.ToBytes() });
                Note(db, act, by, "done", new() { ["leads"] = act.Total, ["to"] = act.ArgumentText });
                return true;
            },
            cancellationToken);
        Tell(act);
        return act;
    }

    private async Task<IdSet> IdsOfAsync(LeadSelection selection, CancellationToken cancellationToken)
    {
        var listed = new IdSet();
        foreach (var id in selection.Ids)
        {
            listed.Add(id);
        }

        return selection.Query is { } query ? (await matches.FindAsync(query, cancellationToken)).Without(listed) : listed;
    }

    private async Task<Result<LeadAct>> ChangeAsync(
        long id, Func<LeadStudioDbContext, LeadAct, Task<Result<LeadAct>>> change, CancellationToken cancellationToken)
    {
        var result = await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
                return await db.Set<LeadAct>().AsTracking().SingleOrDefaultAsync(act => act.Id == id, cancellationToken) is { } act
                    ? await change(db, act)
                    : new ActNotFound(id);
            },
            cancellationToken);
        if (result.Value is { } changed)
        {
            Tell(changed);
        }

        return result;
    }

    private void Note(LeadStudioDbContext db, LeadAct act, Actor by, string what, Dictionary<string, object?>? after = null) =>
        new Deed(by, $"change.{act.Kind.ToString().ToLowerInvariant()}-{what}", FormattableString.Invariant($"{act.Id}"), act.Selection, After: after).AddTo(db, Now);

    private void Tell(LeadAct act)
    {
        queue.Wake(ActRunner.Queue);
        bus.Publish(new ActProgressed(act.Id, act.State));
    }
}
