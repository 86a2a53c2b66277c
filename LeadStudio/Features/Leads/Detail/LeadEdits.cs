using LeadStudio.Components.Toasts;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Changes leads by hand; says what was done and offers to undo it.</summary>
/// <param name="store">The leads.</param>
/// <param name="toasts">The messages.</param>
/// <param name="me">Who changes them.</param>
public sealed class LeadEdits(ILeadStore store, IToasts toasts, CurrentUser me)
{
    /// <summary>Sets a value; an empty one clears the field.</summary>
    /// <param name="lead">The lead as it is shown; its present value is what an undo sets again.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="isLocked">Whether other sources shall not overwrite it.</param>
    /// <returns>A task that ends when it is stored, or the user was told why not.</returns>
    public async Task SetAsync(LeadDetails lead, Field field, FieldValue value, bool isLocked = false)
    {
        if (await TrySetAsync(lead, field, value, isLocked) is { } problem)
        {
            toasts.Error(problem.Message);
        }
    }

    /// <summary>Sets a value as <see cref="SetAsync"/> does, where the caller says why it cannot be.</summary>
    /// <param name="lead">The lead as it is shown; its present value is what an undo sets again.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="isLocked">Whether other sources shall not overwrite it.</param>
    /// <returns>Why it is not stored; null where it is.</returns>
    public async Task<Error?> TrySetAsync(LeadDetails lead, Field field, FieldValue value, bool isLocked = false)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(field);
        var before = lead[field.Key];
        var mustLock = isLocked || lead.IsLocked(field); // a locked value yields to a locked one only
        var edited = await EditAsync(lead.Id, field, value, mustLock);
        if (!edited.IsSuccess)
        {
            return edited.Error;
        }

        var now = value.IsEmpty ? "empty" : lead.Catalog.Display(field, value);
        toasts.WithUndo($"{field.Label} is now {now}.", () => UndoAsync(lead.Id, field, before, mustLock));
        return null;
    }

    /// <summary>Takes the lock off a field, so that other sources may change it again.</summary>
    /// <param name="lead">The lead as it is shown; its present value is what an undo locks again.</param>
    /// <param name="field">The field.</param>
    /// <returns>A task that ends when it is stored, or the user was told why not.</returns>
    public async Task UnlockAsync(LeadDetails lead, Field field)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(field);
        var before = lead[field.Key];
        var unlocked = await store.UnlockAsync(lead.Id, field.Key, me.Actor);
        if (!unlocked.IsSuccess)
        {
            toasts.Error(unlocked.Error.Message);
            return;
        }

        toasts.WithUndo($"{field.Label} is unlocked: other sources may change it.", () => UndoAsync(lead.Id, field, before, isLocked: true));
    }

    /// <summary>Closes a lead as won or lost, or opens it again.</summary>
    /// <param name="lead">The lead as it is shown.</param>
    /// <param name="outcome"><see cref="StandardFields.Won"/>, <see cref="StandardFields.Lost"/> or null.</param>
    /// <param name="value">What it is worth; null where that is unknown.</param>
    /// <returns>A task that ends when it is stored, or the user was told why not.</returns>
    public async Task CloseAsync(LeadDetails lead, int? outcome, double? value = null)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var before = lead[StandardFields.Outcome];
        var (worth, since) = (lead[StandardFields.OutcomeValue], lead[StandardFields.OutcomeAt]);
        var closed = await store.SetOutcomeAsync(lead.Id, outcome, value, me.Actor);
        if (!closed.IsSuccess)
        {
            toasts.Error(closed.Error.Message);
            return;
        }

        var done = outcome switch { StandardFields.Won => "is won", StandardFields.Lost => "is lost", _ => "is open again" };
        toasts.WithUndo(
            $"{lead.DisplayName} {done}.",
            () => store.SetOutcomeAsync(
                lead.Id,
                before.IsEmpty ? null : (int)before.Number,
                worth.IsEmpty ? null : worth.Number,
                me.Actor,
                since.IsEmpty ? null : (long)since.Number));
    }

    private async Task UndoAsync(long lead, Field field, FieldValue value, bool isLocked)
    {
        var edited = await EditAsync(lead, field, value, isLocked);
        if (!edited.IsSuccess)
        {
            toasts.Error(edited.Error.Message);
        }
    }

    private Task<Result<long>> EditAsync(long lead, Field field, FieldValue value, bool isLocked) =>
        store.EditAsync(lead, new Dictionary<string, FieldValue> { [field.Key] = value }, me.Actor, isLocked);
}
