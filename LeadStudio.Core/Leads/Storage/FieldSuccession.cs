using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Lets one field take over what was said under another: by a mark on the other one, which can be taken away again.</summary>
internal static class FieldSuccession
{
    /// <summary>Gives a field another type: a new field takes over its key, or a former one of that type takes it back.</summary>
    public static async Task<Result<FieldEntry>> RetypeAsync(
        LeadStudioDbContext db, int id, FieldType type, TextReading reading, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        var all = await db.Set<Field>().ToListAsync(cancellationToken);
        if (all.Find(field => field.Id == id && field.SuccessorId is null) is not { } old)
        {
            return new ChangeIsOver();
        }

        var former = all.Find(field => field.SuccessorId == old.Id && field.Type == type && field.Key.StartsWith(old.Key + "~", StringComparison.Ordinal));
        var next = former ?? FieldSketch.Copy(old, all.Max(field => field.Id) + 1, type);
        (old.DateOrder, old.DecimalMark) = (reading.DateOrder, reading.DecimalMark);
        await SucceedAsync(db, all, old, next, isNew: former is null, cancellationToken);
        await EfFieldCatalog.AddOptionsAsync(db, next.Id, labels, cancellationToken);
        return new FieldEntry(FieldChangeKind.Retype, next.Id, $"{next.Label} became {NameOf(type)}; it was {NameOf(old.Type)}", OtherId: old.Id);
    }

    /// <summary>Makes a field go into another.</summary>
    public static async Task<Result<FieldEntry>> MergeAsync(
        LeadStudioDbContext db, int id, int intoId, TextReading reading, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        var field = await db.Set<Field>().SingleAsync(row => row.Id == id, cancellationToken);
        var into = await db.Set<Field>().SingleAsync(row => row.Id == intoId, cancellationToken);
        if (field.SuccessorId is not null || into.SuccessorId is not null)
        {
            return new ChangeIsOver();
        }

        (field.SuccessorId, field.DateOrder, field.DecimalMark) = (into.Id, reading.DateOrder, reading.DecimalMark);
        await EfFieldCatalog.AddOptionsAsync(db, into.Id, labels, cancellationToken);
        return new FieldEntry(FieldChangeKind.Merge, into.Id, $"{field.Label} was merged into {into.Label}", OtherId: field.Id);
    }

    /// <summary>Lets <paramref name="next"/> stand in place of <paramref name="old"/>.</summary>
    public static async Task SucceedAsync(LeadStudioDbContext db, List<Field> all, Field old, Field next, bool isNew, CancellationToken cancellationToken)
    {
        var (key, column) = (old.Key, next.Column);
        old.Key = FieldSketch.FormerKey(old);
        (next.SuccessorId, next.Label, next.Policy, next.Position, next.IsHidden) = (null, old.Label, old.Policy, old.Position, old.IsHidden);
        next.Column = isNew || column.Length == 0 ? EfFieldCatalog.FreeColumn(next.Type, all) : column;
        await db.SaveChangesAsync(cancellationToken); // keys are unique at each moment
        next.Key = key;
        if (isNew)
        {
            db.Add(next);
            await db.SaveChangesAsync(cancellationToken);
        }

        old.SuccessorId = next.Id;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Names a type in a sentence.</summary>
    public static string NameOf(FieldType type) => type switch
    {
        FieldType.Text => "a text",
        FieldType.Number => "a number",
        FieldType.Boolean => "yes or no",
        FieldType.Date => "a date",
        FieldType.Choice => "a choice",
        FieldType.MultiChoice => "a multi-choice",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };
}
