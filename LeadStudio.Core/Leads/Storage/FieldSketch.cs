using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Draws catalogs as they would be after a change, to look at before it is made.</summary>
internal static class FieldSketch
{
    /// <summary>Copies a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="id">The identity of the copy.</param>
    /// <param name="type">The type of the copy.</param>
    /// <param name="reading">How its texts are read; as they are by default.</param>
    public static Field Copy(Field field, int id, FieldType type, TextReading? reading = null) => new()
    {
        Id = id,
        Key = field.Key,
        Label = field.Label,
        Type = type,
        Column = field.Column,
        IsStandard = field.IsStandard,
        Policy = field.Policy,
        Position = field.Position,
        IsHidden = field.IsHidden,
        CreatedAt = field.CreatedAt,
        CreatedBy = field.CreatedBy,
        DateOrder = reading?.DateOrder ?? field.DateOrder,
        DecimalMark = reading?.DecimalMark ?? field.DecimalMark,
    };

    /// <summary>Makes the catalog in which a field has another type.</summary>
    public static (FieldCatalog Catalog, Field From, Field To) Retyped(FieldCatalog catalog, Field field, FieldType type, TextReading reading, IReadOnlyList<string> labels)
    {
        var to = Copy(field, catalog.Fields.Concat(catalog.Former).Max(other => other.Id) + 1, type);
        var from = Copy(field, field.Id, field.Type, reading);
        (from.Key, from.SuccessorId) = (FormerKey(field), to.Id);
        return (Replace(catalog, [from, to], Options(to.Id, 0, labels)), from, to);
    }

    /// <summary>Makes the catalog in which a field has gone into another.</summary>
    public static (FieldCatalog Catalog, Field From) Merged(FieldCatalog catalog, Field field, Field into, TextReading reading, IReadOnlyList<string> labels)
    {
        var from = Copy(field, field.Id, field.Type, reading);
        from.SuccessorId = into.Id;
        var last = catalog.AllOptions.Where(option => option.FieldId == into.Id).Select(option => option.Code).DefaultIfEmpty().Max();
        return (Replace(catalog, [from], Options(into.Id, last, labels)), from);
    }

    /// <summary>Makes the catalog in which an option has another form.</summary>
    public static FieldCatalog With(FieldCatalog catalog, FieldOption option) =>
        new(
            catalog.Version,
            catalog.Fields.Concat(catalog.Former),
            catalog.AllOptions.Where(other => other.FieldId != option.FieldId || other.Code != option.Code).Append(option));

    /// <summary>Makes the key of a field that left its own to its successor; no label gives such a key.</summary>
    public static string FormerKey(Field field) => $"{field.Key}~{field.Id}";

    private static FieldCatalog Replace(FieldCatalog catalog, IReadOnlyList<Field> fields, IEnumerable<FieldOption> options) =>
        new(catalog.Version, catalog.Fields.Concat(catalog.Former).Where(other => fields.All(field => field.Id != other.Id)).Concat(fields), catalog.AllOptions.Concat(options));

    private static IEnumerable<FieldOption> Options(int field, int last, IReadOnlyList<string> labels) =>
        labels.Select((label, index) => new FieldOption { FieldId = field, Code = last + index + 1, Label = label, Folded = Folding.Fold(label) });
}
