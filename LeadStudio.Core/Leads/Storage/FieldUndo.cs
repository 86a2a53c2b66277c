using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Takes changes of fields back.</summary>
internal static class FieldUndo
{
    /// <summary>Takes one change back, as part of a transaction.</summary>
    public static async Task<Result<FieldEntry>> RunAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken)
    {
        var change = await db.Set<FieldChange>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (change is null or { IsUndone: true })
        {
            return new ChangeIsOver();
        }

        var all = await db.Set<Field>().ToListAsync(cancellationToken);
        var field = all.Single(row => row.Id == change.FieldId);
        var other = all.Find(row => row.Id == change.OtherId);
        var entry = change.Kind switch
        {
            FieldChangeKind.Retype => await RetypeAsync(db, all, field, other, cancellationToken),
            FieldChangeKind.Merge => Part(all, field, other),
            FieldChangeKind.Policy => SetPolicy(field, change),
            FieldChangeKind.Option => await PartAsync(db, field, change, cancellationToken),
            FieldChangeKind.Undo => null,
            _ => throw new InvalidOperationException($"Unknown change {change.Kind}."),
        };
        change.IsUndone = entry is not null;
        return entry is null ? new ChangeIsOver() : entry;
    }

    private static async Task<FieldEntry?> RetypeAsync(LeadStudioDbContext db, List<Field> all, Field field, Field? other, CancellationToken cancellationToken)
    {
        if (field.SuccessorId is not null || other?.SuccessorId != field.Id)
        {
            return null;
        }

        await FieldSuccession.SucceedAsync(db, all, field, other, isNew: false, cancellationToken);
        return new(FieldChangeKind.Undo, other.Id, $"{other.Label} is {FieldSuccession.NameOf(other.Type)} again");
    }

    private static FieldEntry? Part(List<Field> all, Field field, Field? other)
    {
        if (other?.SuccessorId != field.Id)
        {
            return null;
        }

        other.SuccessorId = null;
        other.Column = other.Column.Length == 0 ? EfFieldCatalog.FreeColumn(other.Type, all) : other.Column;
        while (field.SuccessorId is { } successor)
        {
            field = all.Single(row => row.Id == successor); // the field may have been retyped since
        }

        return new(FieldChangeKind.Undo, other.Id, $"{other.Label} stands for itself again", AlsoId: field.Id);
    }

    private static FieldEntry? SetPolicy(Field field, FieldChange change)
    {
        if (field.SuccessorId is not null || change.Before is null)
        {
            return null;
        }

        field.Policy = Enum.Parse<WritePolicy>(change.Before);
        return new(FieldChangeKind.Undo, field.Id, $"{field.Label} has its former write policy again");
    }

    private static async Task<FieldEntry?> PartAsync(LeadStudioDbContext db, Field field, FieldChange change, CancellationToken cancellationToken)
    {
        var code = int.Parse(change.Before ?? "0", CultureInfo.InvariantCulture);
        var option = await db.Set<FieldOption>().SingleOrDefaultAsync(row => row.FieldId == field.Id && row.Code == code, cancellationToken);
        if (field.SuccessorId is not null || option?.ReplacedBy is null)
        {
            return null;
        }

        option.ReplacedBy = null;
        return new(FieldChangeKind.Undo, field.Id, $"{option.Label} is an option of {field.Label} again");
    }
}
