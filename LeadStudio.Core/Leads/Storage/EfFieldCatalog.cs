using System.Globalization;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfFieldCatalog(IDatabase database, TimeProvider time) : IFieldCatalog, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private FieldCatalog? _catalog;
    private long _version;

    public async ValueTask<FieldCatalog> GetAsync(CancellationToken cancellationToken = default) =>
        Volatile.Read(ref _catalog) ?? await ChangeAsync(_ => Task.CompletedTask, cancellationToken);

    public async Task<IReadOnlyList<Field>> AddAsync(IReadOnlyList<NewField> fields, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(by);
        List<Field> added = [];
        await ChangeAsync(
            async db =>
            {
                var existing = await db.Set<Field>().AsNoTracking().ToListAsync(cancellationToken);
                added.Clear();
                foreach (var field in fields)
                {
                    added.Add(Place(field, [.. existing, .. added], by));
                }

                db.AddRange(added);
            },
            cancellationToken);
        return added;
    }

    public Task<FieldCatalog> AddOptionsAsync(Field field, IReadOnlyCollection<string> labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ChangeAsync(
            async db =>
            {
                var existing = await db.Set<FieldOption>().Where(option => option.FieldId == field.Id).ToListAsync(cancellationToken);
                var known = existing.Select(option => option.Folded).ToHashSet(StringComparer.Ordinal);
                var code = existing.Select(option => option.Code).DefaultIfEmpty().Max();
                foreach (var label in labels.Select(label => label.Trim()).Where(label => label.Length > 0 && known.Add(Folding.Fold(label))))
                {
                    db.Add(new FieldOption { FieldId = field.Id, Code = ++code, Label = label, Folded = Folding.Fold(label) });
                }
            },
            cancellationToken);
    }

    public async Task<Result<Field>> SetPolicyAsync(string key, WritePolicy policy, CancellationToken cancellationToken = default)
    {
        var catalog = await ChangeAsync(
            async db =>
            {
                if (await db.Set<Field>().SingleOrDefaultAsync(field => field.Key == key, cancellationToken) is { } field)
                {
                    field.Policy = policy;
                }
            },
            cancellationToken);
        return catalog.Find(key) is { } changed ? changed : new FieldNotFound(key);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<FieldCatalog> ChangeAsync(Func<LeadStudioDbContext, Task> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (fields, options) = await database.WriteAsync(
                async db =>
                {
                    await change(db);
                    await db.SaveChangesAsync(cancellationToken);
                    return (await db.Set<Field>().AsNoTracking().ToListAsync(cancellationToken),
                        await db.Set<FieldOption>().AsNoTracking().ToListAsync(cancellationToken));
                },
                cancellationToken);
            var catalog = new FieldCatalog(++_version, fields, options);
            Volatile.Write(ref _catalog, catalog);
            return catalog;
        }
        finally
        {
            _turn.Release();
        }
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

        var prefix = wanted.Type is FieldType.Text or FieldType.MultiChoice ? 't' : 'n';
        var taken = existing.Select(field => field.Column).ToHashSet(StringComparer.Ordinal);
        return new Field
        {
            Id = Math.Max(StandardFields.FirstCustomId, existing.Max(field => field.Id) + 1),
            Key = key,
            Label = name,
            Type = wanted.Type,
            Column = Enumerable.Range(0, LeadRow.Slots).Select(slot => $"{prefix}{slot}").FirstOrDefault(column => !taken.Contains(column)) ?? "",
            Policy = WritePolicy.NewestWins,
            Position = existing.Max(field => field.Position) + 1,
            CreatedAt = UtcMicroseconds.From(time.GetUtcNow()),
            CreatedBy = by.Name,
        };
    }
}
