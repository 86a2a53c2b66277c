using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Demo;

/// <summary>Puts the demo data into the form that leads are recorded in: as if Northlight's CRM had handed it over every night.</summary>
/// <param name="catalog">The fields, Northlight's included.</param>
/// <param name="asOf">The instant of the last hand-over.</param>
internal sealed class DemoBatches(FieldCatalog catalog, DateTimeOffset asOf)
{
    // Each lead comes whole in one batch, so that it is written once.
    private const int LeadsPerBatch = 500;
    private static readonly TimeSpan s_atNight = TimeSpan.FromHours(26);

    /// <summary>Makes the batches.</summary>
    /// <param name="acts">What happened, oldest first.</param>
    /// <returns>The batches, oldest leads first.</returns>
    public IReadOnlyList<ObservationBatch> Of(IReadOnlyList<DemoAct> acts)
    {
        var present = acts.SelectMany(act => act.Values.Keys).ToHashSet(StringComparer.Ordinal);
        List<Field> fields = [catalog[StandardFields.ExternalId], .. catalog.Fields.Where(field => present.Contains(field.Key) && IsOurs(field))];
        return
        [
            .. acts.GroupBy(act => act.ExternalId, StringComparer.Ordinal).Chunk(LeadsPerBatch).Select(leads => new ObservationBatch
            {
                Kind = ObservationKind.Demo,
                SourceId = Source.Demo,
                LearnedAt = UtcMicroseconds.From(asOf),
                Fields = fields,
                Catalog = catalog,
                Rows =
                [
                    .. leads.SelectMany(lead => lead).Select(act =>
                        new BatchRow(0, ValuesOf(act, fields), TrueAt: UtcMicroseconds.From(act.At), LearnedAt: UtcMicroseconds.From(HandOver(act.At)))),
                ],
            }),
        ];
    }

    // Somebody may have added a field of the same name and another type; it keeps its meaning and stays empty.
    private static bool IsOurs(Field field) =>
        DemoFields.Added.All(added => added.Type == field.Type || !FieldKey.From(added.Label).Equals(field.Key, StringComparison.OrdinalIgnoreCase));

    private DateTimeOffset HandOver(DateTimeOffset at)
    {
        var night = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero) + s_atNight;
        return night < asOf ? night : asOf;
    }

    private FieldValue[] ValuesOf(DemoAct act, List<Field> fields) =>
    [
        FieldValue.Of(act.ExternalId),
        .. fields.Skip(1).Select(field => act.Values.TryGetValue(field.Key, out var value) ? ValueOf(field, value) : FieldValue.Empty),
    ];

    private FieldValue ValueOf(Field field, object value) => value switch
    {
        string label when field.Type == FieldType.Choice => FieldValue.Of(CodeOf(field, label)),
        string text => FieldValue.Of(text),
        string[] labels => FieldValue.OfCodes(labels.Select(label => CodeOf(field, label))),
        double number => FieldValue.Of(number),
        bool flag => FieldValue.Of(flag),
        DateTimeOffset instant => FieldValue.Of(UtcMicroseconds.From(instant)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No field holds such a value."),
    };

    private int CodeOf(Field field, string label) =>
        catalog.FindOption(field, label)?.Code ?? throw new KeyNotFoundException($"{field.Label} has no option \"{label}\".");
}
