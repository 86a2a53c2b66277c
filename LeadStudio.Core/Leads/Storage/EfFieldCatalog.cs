using System.Globalization;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfFieldCatalog(IDatabase database, IOptions<LeadsOptions> leads, TimeProvider time) : IFieldCatalog, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private FieldCatalog? _catalog;
    private long _version;

    public async ValueTask<FieldCatalog> GetAsync(CancellationToken cancellationToken = default) =>
        Volatile.Read(ref _catalog) ?? (await ChangeAsync(_ => Task.FromResult(true), cancellationToken)).Catalog;

    public async Task<IReadOnlyList<Field>> AddAsync(IReadOnlyList<NewField> fields, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(by);
        var (_, placed) = await ChangeAsync(
            async db =>
            {
                var existing = await db.Set<Field>().AsNoTracking().ToListAsync(cancellationToken);
                var added = new List<Field>();
                foreach (var field in fields)
                {
                    added.Add(Place(field, [.. existing, .. added], by));
                }

                db.AddRange(added);
                foreach (var field in added)
                {
                    new Deed(by, "field.added", FormattableString.Invariant($"{field.Id}"), field.Label, After: new Dictionary<string, object?>(StringComparer.Ordinal) { ["type"] = field.Type.ToString() })
                        .AddTo(db, field.CreatedAt);
                }

                return added;
            },
            cancellationToken);
        return placed;
    }

    public async Task<FieldCatalog> AddOptionsAsync(Field field, IReadOnlyCollection<string> labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        return (await ChangeAsync(db => AddOptionsAsync(db, field.Id, labels, cancellationToken), cancellationToken)).Catalog;
    }

    /// <summary>Adds options as part of a change.</summary>
    internal static async Task<int> AddOptionsAsync(LeadStudioDbContext db, int field, IReadOnlyCollection<string> labels, CancellationToken cancellationToken)
    {
        var existing = await db.Set<FieldOption>().Where(option => option.FieldId == field).ToListAsync(cancellationToken);
        var known = existing.Select(option => option.Folded).ToHashSet(StringComparer.Ordinal);
        var (code, last) = (existing.Select(option => option.Code).DefaultIfEmpty().Max(), existing.Select(option => option.Position).DefaultIfEmpty().Max());
        foreach (var label in labels.Select(label => label.Trim()).Where(label => label.Length > 0 && known.Add(Folding.Fold(label))))
        {
            db.Add(new FieldOption { FieldId = field, Code = ++code, Label = label, Folded = Folding.Fold(label), Position = last });
        }

        return code;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Changes fields or options in one transaction, and then shows everybody the catalog that came of it.</summary>
    internal async Task<(FieldCatalog Catalog, T Result)> ChangeAsync<T>(Func<LeadStudioDbContext, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (result, fields, options) = await database.WriteAsync(
                async db =>
                {
                    var changed = await change(db);
                    await db.SaveChangesAsync(cancellationToken);
                    return (changed, await db.Set<Field>().AsNoTracking().ToListAsync(cancellationToken),
                        await db.Set<FieldOption>().AsNoTracking().ToListAsync(cancellationToken));
                },
                cancellationToken);
            var catalog = new FieldCatalog(++_version, fields, options) { DefaultRegion = leads.Value.DefaultRegion };
            Volatile.Write(ref _catalog, catalog);
            return (catalog, result);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Finds a slot that no field holds values in.</summary>
    internal static string FreeColumn(FieldType type, IEnumerable<Field> existing)
    {
        var prefix = type is FieldType.Text or FieldType.MultiChoice ? 't' : 'n';
        var taken = existing.Select(field => field.Column).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, LeadRow.Slots).Select(slot => $"{prefix}{slot}").FirstOrDefault(column => !taken.Contains(column)) ?? "";
    }

    private Field Place(NewField wanted, IReadOnlyList<Field> existing, Actor by)
    {
        var label = wanted.Label.Trim();
        var (name, key) = (label, FieldKey.From(label));
        for (var number = 2; existing.Any(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase)); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{label} ({number})");
            key = string.Create(CultureInfo.InvariantCulture, $"{FieldKey.From(label)}{number}");
        }

        return new Field
        {
            Id = Math.Max(StandardFields.FirstCustomId, existing.Max(field => field.Id) + 1),
            Key = key,
            Label = name,
            Type = wanted.Type,
            Column = FreeColumn(wanted.Type, existing),
            Policy = WritePolicy.NewestWins,
            Position = existing.Max(field => field.Position) + 1,
            CreatedAt = UtcMicroseconds.From(time.GetUtcNow()),
            CreatedBy = by.Name,
        };
    }
}
