using System.Globalization;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfFieldOptions(EfFieldCatalog fields, FieldJournal journal, FieldUseCheck uses, IWorkQueue queue) : IFieldOptions
{
    public async Task<Result<Field>> AddAsync(string key, string label, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (catalog.Find(key) is not { } field)
        {
            return new FieldNotFound(key);
        }

        if (WhyNot(catalog, field, code: 0, label) is { } problem)
        {
            return problem;
        }

        var folded = Folding.Fold(label);
        if (catalog.AllOptions.FirstOrDefault(option => option.FieldId == field.Id && option.Folded == folded) is { } replaced)
        {
            var restored = await journal.WriteAsync(
                async db =>
                {
                    var row = await db.Set<FieldOption>().SingleAsync(option => option.FieldId == field.Id && option.Code == replaced.Code, cancellationToken);
                    row.ReplacedBy = null;
                    return new FieldEntry(FieldChangeKind.Undo, field.Id, $"{row.Label} is an option of {field.Label} again");
                },
                by,
                cancellationToken);
            return restored.IsSuccess ? field : restored.Error;
        }

        await fields.ChangeAsync(
            async db =>
            {
                journal.Note(db, by, "option.added", field, before: null, label.Trim());
                return await EfFieldCatalog.AddOptionsAsync(db, field.Id, [label], cancellationToken);
            },
            cancellationToken);
        journal.Announce();
        return field;
    }

    public async Task<Result<Field>> RenameAsync(string key, int code, string label, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (catalog.Find(key) is not { } field || catalog.FindOption(field, code) is not { } option)
        {
            return new FieldNotFound(key);
        }

        if (WhyNot(catalog, field, code, label, mayBeReplaced: false) is { } problem)
        {
            return problem;
        }

        var renamed = new FieldOption { FieldId = field.Id, Code = code, Label = label.Trim(), Folded = Folding.Fold(label), Position = option.Position };
        var after = FieldSketch.With(catalog, renamed);
        if (await uses.WhyNotAsync(after, option.Label, cancellationToken) is { } broken)
        {
            return broken;
        }

        // Phone numbers without a country code belong to the country that the lead's option names.
        var namesAnother = field.Key == StandardFields.Country && catalog.RegionOf(FieldValue.Of(code)) != after.RegionOf(FieldValue.Of(code));
        return await EditAsync(
            field,
            (db, all) =>
            {
                var row = all.Single(other => other.Code == code);
                journal.Note(db, by, "option.renamed", field, row.Label, renamed.Label);
                (row.Label, row.Folded) = (renamed.Label, renamed.Folded);
            },
            namesAnother,
            cancellationToken);
    }

    public async Task<Result<Field>> MoveAsync(string key, int code, int place, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return catalog.Find(key) is not { } field
            ? new FieldNotFound(key)
            : await EditAsync(
                field,
                (db, all) =>
                {
                    var before = Order(all);
                    Place(all, code, place);
                    journal.Note(db, by, "options.ordered", field, before, Order(all));
                },
                readPhones: false,
                cancellationToken);
    }

    public async Task<Result<FieldChange>> ReplaceAsync(string key, int code, int replacement, Actor by, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        if (catalog.Find(key) is not { } field || catalog.FindOption(field, code) is not { } option || catalog.FindOption(field, replacement) is not { } target || option.Code == target.Code)
        {
            return new FieldNotFound(key);
        }

        if (FieldRules.WhyNotReplace(field, option) is { } reason)
        {
            return reason;
        }

        var gone = new FieldOption { FieldId = field.Id, Code = option.Code, Label = option.Label, Folded = option.Folded, ReplacedBy = target.Code };
        return await uses.WhyNotAsync(FieldSketch.With(catalog, gone), option.Label, cancellationToken) is { } broken
            ? broken
            : await journal.WriteAsync(
                async db =>
                {
                    var row = await db.Set<FieldOption>().SingleAsync(other => other.FieldId == field.Id && other.Code == option.Code, cancellationToken);
                    row.ReplacedBy = target.Code;
                    return new FieldEntry(
                        FieldChangeKind.Option, field.Id, $"{field.Label}: {option.Label} went to {target.Label}", Before: option.Code.ToString(CultureInfo.InvariantCulture));
                },
                by,
                cancellationToken);
    }

    private static string Order(List<FieldOption> all) => string.Join(", ", all.Where(option => option.ReplacedBy is null).OrderBy(option => option.Position).ThenBy(option => option.Code).Select(option => option.Label));

    private static void Place(List<FieldOption> all, int code, int place)
    {
        var standing = all.Where(option => option.ReplacedBy is null).OrderBy(option => option.Position).ThenBy(option => option.Code).ToList();
        if (standing.Find(option => option.Code == code) is not { } moved)
        {
            return;
        }

        standing.Remove(moved);
        standing.Insert(Math.Clamp(place, 0, standing.Count), moved);
        for (var i = 0; i < standing.Count; i++)
        {
            standing[i].Position = i;
        }
    }

    private static FieldLabelRefused? WhyNot(FieldCatalog catalog, Field field, int code, string label, bool mayBeReplaced = true)
    {
        var folded = Folding.Fold(label);
        var taken = catalog.AllOptions.FirstOrDefault(option => option.FieldId == field.Id && option.Code != code && option.Folded == folded);
        return folded.Length == 0 ? new("Give it a name.")
            : label.Trim().Length > CellReader.LongestKey ? new($"The name is longer than {CellReader.LongestKey} characters. Shorten it.")
            : taken is null || (mayBeReplaced && taken.ReplacedBy is not null) ? null
            : new($"There is \"{taken.Label}\" already{(taken.ReplacedBy is null ? "" : ", though another took its place")}. Choose another name.");
    }

    private async Task<Result<Field>> EditAsync(Field field, Action<LeadStudioDbContext, List<FieldOption>> edit, bool readPhones, CancellationToken cancellationToken)
    {
        await fields.ChangeAsync(
            async db =>
            {
                edit(db, await db.Set<FieldOption>().Where(option => option.FieldId == field.Id).ToListAsync(cancellationToken));
                if (readPhones)
                {
                    await PhoneReplay.StartOverAsync(db, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        if (readPhones)
        {
            queue.Wake(FieldReplay.Queue);
        }

        journal.Announce();
        return field;
    }
}
