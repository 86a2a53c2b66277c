using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Writes changes of fields down together with the work that they leave, so that no crash parts the two.</summary>
internal sealed class FieldJournal(EfFieldCatalog fields, IWorkQueue queue, IEventBus bus, TimeProvider time)
{
    /// <summary>Makes a change in one transaction.</summary>
    /// <param name="change">Makes the change and says what it was; an error undoes nothing, so it must come before any write.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The entry; <see cref="FieldsBusy"/>, or the error of <paramref name="change"/>.</returns>
    public async Task<Result<FieldChange>> WriteAsync(Func<LeadStudioDbContext, Task<Result<FieldEntry>>> change, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (_, result) = await fields.ChangeAsync(
            async db =>
            {
                if (await db.Set<ImportJob>().AnyAsync(job => job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running || job.Status == ImportStatus.TakingBack, cancellationToken)
                    || await db.Set<LeadAct>().AnyAsync(act => act.State == ActState.Running || act.State == ActState.TakingBack, cancellationToken))
                {
                    return new FieldsBusy();
                }

                var entry = await change(db);
                return entry.IsSuccess ? await AddAsync(db, entry.Value, by, cancellationToken) : entry.Error;
            },
            cancellationToken);
        queue.Wake(FieldReplay.Queue);
        Announce();
        return result;
    }

    /// <summary>Notes a change that leaves no work, in its transaction.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="action">What, such as <c>field.renamed</c>.</param>
    /// <param name="field">The field.</param>
    /// <param name="before">What was before; null for nothing.</param>
    /// <param name="after">What is since.</param>
    public void Note(LeadStudioDbContext db, Actor by, string action, Field field, object? before, object? after)
    {
        static Dictionary<string, object?>? Value(object? value) => value is null ? null : new(StringComparer.Ordinal) { ["value"] = value };
        new Deed(by, action, FormattableString.Invariant($"{field.Id}"), field.Label, Value(before), Value(after)).AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));
    }

    /// <summary>Tells pages that fields changed.</summary>
    public void Announce() => bus.Publish(new FieldsChanged());

    // One piece of work a field is enough: it decides by what holds then. The last one takes over what others left.
    private async Task<Result<FieldChange>> AddAsync(LeadStudioDbContext db, FieldEntry entry, Actor by, CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var last = await db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken);
        List<int> touched = [.. new[] { entry.FieldId, entry.AlsoId, entry.OtherId }.OfType<int>()];
        await db.Set<FieldChange>().Where(other => other.DoneAt == null && touched.Contains(other.FieldId))
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.DoneAt, now), cancellationToken);
        FieldChange Row(int field, FieldChangeKind kind, string text) => new()
        {
            Kind = kind,
            FieldId = field,
            OtherId = entry.OtherId,
            Before = entry.Before,
            Text = text,
            By = by.Name,
            At = now,
            LastLead = last,
        };
        var row = db.Add(Row(entry.FieldId, entry.Kind, entry.Text)).Entity;
        if (entry.AlsoId is { } second)
        {
            db.Add(Row(second, entry.Kind, entry.Text));
        }

        var was = entry.Before is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["before"] = entry.Before };
        new Deed(by, $"field.{entry.Kind.ToString().ToLowerInvariant()}", FormattableString.Invariant($"{entry.FieldId}"), entry.Text, was).AddTo(db, now);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }
}

/// <summary>What a change was.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="FieldId">The field whose values are decided anew.</param>
/// <param name="Text">A sentence for people.</param>
/// <param name="OtherId">The field that it took over.</param>
/// <param name="Before">What was before.</param>
/// <param name="AlsoId">Another field whose values are decided anew.</param>
internal sealed record FieldEntry(FieldChangeKind Kind, int FieldId, string Text, int? OtherId = null, string? Before = null, int? AlsoId = null);
