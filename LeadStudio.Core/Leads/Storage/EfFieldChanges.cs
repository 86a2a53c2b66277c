using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfFieldChanges(
    EfFieldCatalog fields, IDatabase database, FieldJournal journal, ConversionScan scan, FieldUseCheck uses) : IFieldChanges
{
    public async Task<Result<Field>> RenameAsync(string key, string label, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return catalog.Find(key) is { } known && FieldRules.WhyNotLabel(catalog, known, label) is { } problem
            ? problem
            : await EditAsync(
                key,
                (db, field) =>
                {
                    journal.Note(db, by, "field.renamed", field, field.Label, label.Trim());
                    field.Label = label.Trim();
                },
                cancellationToken);
    }

    public Task<Result<Field>> SetHiddenAsync(string key, bool isHidden, Actor by, CancellationToken cancellationToken = default) =>
        EditAsync(
            key,
            (db, field) =>
            {
                journal.Note(db, by, isHidden ? "field.hidden" : "field.shown", field, field.IsHidden, isHidden);
                field.IsHidden = isHidden;
            },
            cancellationToken);

    public async Task<Result<FieldChange>> SetPolicyAsync(string key, WritePolicy policy, Actor by, CancellationToken cancellationToken = default)
    {
        if ((await fields.GetAsync(cancellationToken)).Find(key) is not { } known)
        {
            return new FieldNotFound(key);
        }

        return FieldRules.WhyNotPolicy(known) is { } reason
            ? reason
            : await journal.WriteAsync(
                async db =>
                {
                    var field = await db.Set<Field>().SingleAsync(row => row.Id == known.Id, cancellationToken);
                    var before = field.Policy;
                    field.Policy = policy;
                    return new FieldEntry(FieldChangeKind.Policy, field.Id, $"{field.Label} got another write policy", Before: before.ToString());
                },
                by,
                cancellationToken);
    }

    public async Task<Result<ConversionPreview>> PreviewRetypeAsync(string key, FieldType type, TextReading? reading, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (catalog.Find(key) is not { } field)
        {
            return new FieldNotFound(key);
        }

        if (FieldRules.WhyNotRetype(field) is { } reason)
        {
            return reason;
        }

        reading ??= await scan.ReadingOfAsync(field, cancellationToken);
        var labels = HasOptions(type) ? await scan.LabelsAsync(catalog, field, type, cancellationToken) : [];
        if (labels is null)
        {
            return new TooManyOptions(field.Label);
        }

        var (after, from, to) = FieldSketch.Retyped(catalog, field, type, reading, labels);
        return await PreviewAsync(after, from, to, reading, labels, both: 0, cancellationToken);
    }

    public async Task<Result<FieldChange>> RetypeAsync(string key, FieldType type, TextReading reading, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (catalog.Find(key) is not { } field)
        {
            return new FieldNotFound(key);
        }

        if (FieldRules.WhyNotRetype(field) is { } reason)
        {
            return reason;
        }

        var labels = HasOptions(type) ? await scan.LabelsAsync(catalog, field, type, cancellationToken) : [];
        if (labels is null)
        {
            return new TooManyOptions(field.Label);
        }

        var problem = await uses.WhyNotAsync(FieldSketch.Retyped(catalog, field, type, reading, labels).Catalog, field.Label, cancellationToken);
        return problem is not null
            ? problem
            : await journal.WriteAsync(db => FieldSuccession.RetypeAsync(db, field.Id, type, reading, labels, cancellationToken), by, cancellationToken);
    }

    public async Task<Result<ConversionPreview>> PreviewMergeAsync(string key, string into, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var pair = Pair(catalog, key, into);
        if (!pair.IsSuccess)
        {
            return pair.Error;
        }

        var (field, target) = pair.Value;
        var (reading, labels) = await PrepareAsync(catalog, field, target, cancellationToken);
        var (after, from) = FieldSketch.Merged(catalog, field, target, reading, labels);
        return await PreviewAsync(after, from, target, reading, labels, await scan.CountBothAsync(field, target, cancellationToken), cancellationToken);
    }

    public async Task<Result<FieldChange>> MergeAsync(string key, string into, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var pair = Pair(catalog, key, into);
        if (!pair.IsSuccess)
        {
            return pair.Error;
        }

        var (field, target) = pair.Value;
        var (reading, labels) = await PrepareAsync(catalog, field, target, cancellationToken);
        var problem = await uses.WhyNotAsync(FieldSketch.Merged(catalog, field, target, reading, labels).Catalog, field.Label, cancellationToken);
        return problem is not null
            ? problem
            : await journal.WriteAsync(db => FieldSuccession.MergeAsync(db, field.Id, target.Id, reading, labels, cancellationToken), by, cancellationToken);
    }

    public Task<Result<FieldChange>> UndoAsync(long change, Actor by, CancellationToken cancellationToken = default) =>
        journal.WriteAsync(db => FieldUndo.RunAsync(db, change, cancellationToken), by, cancellationToken);

    public Task<IReadOnlyList<FieldChange>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<FieldChange>>(
            async db => await db.Set<FieldChange>().OrderByDescending(change => change.Id).Take(50).ToListAsync(cancellationToken), cancellationToken);

    private static bool HasOptions(FieldType type) => type is FieldType.Choice or FieldType.MultiChoice;

    private static Result<(Field Field, Field Into)> Pair(FieldCatalog catalog, string key, string into)
    {
        var (field, target) = (catalog.Find(key), catalog.Find(into));
        return field is null ? new FieldNotFound(key)
            : target is null ? new FieldNotFound(into)
            : FieldRules.WhyNotMerge(field, target) is { } reason ? reason
            : (field, target);
    }

    // A choice takes over the options that it lacks, as far as they fit; what is over stays unconverted.
    private async Task<(TextReading Reading, IReadOnlyList<string> Labels)> PrepareAsync(FieldCatalog catalog, Field field, Field into, CancellationToken cancellationToken)
    {
        var reading = await scan.ReadingOfAsync(field, cancellationToken);
        var labels = into.HasOptions ? await scan.LabelsAsync(catalog, field, into.Type, cancellationToken) : [];
        return (reading, [.. (labels ?? []).Where(label => catalog.FindOption(into, label) is null)]);
    }

    private async Task<Result<ConversionPreview>> PreviewAsync(
        FieldCatalog after, Field from, Field to, TextReading reading, IReadOnlyList<string> labels, long both, CancellationToken cancellationToken)
    {
        var (values, failing, samples) = await scan.CountAsync(after, from, to, cancellationToken);
        return new ConversionPreview(values, failing, samples, reading, labels, both, await uses.BrokenByAsync(after, cancellationToken));
    }

    private async Task<Result<Field>> EditAsync(string key, Action<LeadStudioDbContext, Field> edit, CancellationToken cancellationToken)
    {
        var (catalog, _) = await fields.ChangeAsync(
            async db =>
            {
                if (await db.Set<Field>().SingleOrDefaultAsync(field => field.Key == key, cancellationToken) is { } field)
                {
                    edit(db, field);
                }

                return true;
            },
            cancellationToken);
        journal.Announce();
        return catalog.Find(key) is { } changed ? changed : new FieldNotFound(key);
    }
}
