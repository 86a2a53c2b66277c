using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Looks at the values that leads have, before a field is retyped or merged.</summary>
internal sealed class ConversionScan(IDatabase database)
{
    private const int MostSamples = 12;
    private const int MostCounted = 5_000;
    private const int SampleForReading = 20_000;

    /// <summary>Finds out how the texts of a field are to be read as dates and numbers.</summary>
    public async Task<TextReading> ReadingOfAsync(Field field, CancellationToken cancellationToken)
    {
        if (field.Type != FieldType.Text || field.Column.Length == 0)
        {
            return new();
        }

        var profiler = new ColumnProfiler();
        var texts = await database.ReadAsync(
            db => db.Sql($"select {field.Column} from leads where {field.Column} is not null limit {SampleForReading}").ListAsync(reader => reader.GetString(0), cancellationToken),
            cancellationToken);
        texts.ForEach(text => profiler.Add(text));
        var profile = profiler.Build();
        return new(profile.DateOrder, profile.DecimalMark);
    }

    /// <summary>Lists the texts that become options, with the spelling seen first; null where they are too many or too long.</summary>
    public async Task<IReadOnlyList<string>?> LabelsAsync(FieldCatalog catalog, Field from, FieldType to, CancellationToken cancellationToken)
    {
        if (from.HasOptions)
        {
            return [.. catalog.OptionsOf(from).Select(option => option.Label)];
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var fits = true;
        await ReadAsync(
            from,
            value =>
            {
                foreach (var label in ValueConversion.Labels(catalog, from, to, value))
                {
                    labels.TryAdd(Folding.Fold(label), label);
                    fits &= label.Length <= CellReader.LongestKey && labels.Count <= ImportLimits.OptionsPerField;
                }

                return fits;
            },
            cancellationToken);
        labels.Remove("");
        return fits ? [.. labels.Values.Order(StringComparer.OrdinalIgnoreCase)] : null;
    }

    /// <summary>Counts the values that would not convert.</summary>
    /// <param name="catalog">A catalog in which the new options stand.</param>
    /// <param name="from">The field as it is, with how its texts are read.</param>
    /// <param name="to">The field that is to show the values.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<(long Values, long Failing, IReadOnlyList<(string Text, long Leads)> Samples)> CountAsync(
        FieldCatalog catalog, Field from, Field to, CancellationToken cancellationToken)
    {
        var (values, failing) = (0L, 0L);
        var samples = new Dictionary<string, long>(StringComparer.Ordinal);
        await ReadAsync(
            from,
            value =>
            {
                values++;
                if (!ValueConversion.TryConvert(catalog, from, to, value, out _))
                {
                    failing++;
                    var text = catalog.Display(from, value);
                    if (samples.TryGetValue(text, out var leads) || samples.Count < MostCounted)
                    {
                        samples[text] = leads + 1;
                    }
                }

                return true;
            },
            cancellationToken);
        return (values, failing, [.. samples.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostSamples).Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>Counts the leads that have a value in both fields.</summary>
    public Task<long> CountBothAsync(Field one, Field other, CancellationToken cancellationToken) =>
        one.Column.Length == 0 || other.Column.Length == 0
            ? Task.FromResult(0L)
            : database.ReadAsync(
                db => db.Sql($"select count(*) from leads where {one.Column} is not null and {other.Column} is not null").NumberAsync(cancellationToken), cancellationToken);

    private async Task ReadAsync(Field field, Func<FieldValue, bool> take, CancellationToken cancellationToken)
    {
        var isOverflow = field.Column.Length == 0;
        var column = isOverflow ? "overflow" : field.Column;
        await database.ReadAsync(
            async db =>
            {
                await using var command = db.Sql($"select {column} from leads where {column} is not null");
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    var value = isOverflow
                        ? FieldValuesJson.Read(reader.GetString(0)).GetValueOrDefault(field.Id, FieldValue.Empty)
                        : LeadReader.ReadValue(reader, 0, field);
                    if (!value.IsEmpty && !take(value))
                    {
                        break;
                    }
                }

                return true;
            },
            cancellationToken);
    }
}
