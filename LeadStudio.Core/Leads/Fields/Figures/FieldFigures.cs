namespace LeadStudio.Core.Leads.Fields.Figures;

/// <summary>What the leads hold in one field.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="Filled">How many leads have a value.</param>
/// <param name="Distinct">How many different values there are.</param>
/// <param name="IsAbout">Whether <paramref name="Distinct"/> is an estimate (2 % off, as a rule) and <paramref name="Top"/> may miss some leads.</param>
/// <param name="Top">The most frequent values.</param>
/// <param name="Sources">Who spoke of it, the most talkative first.</param>
public sealed record FieldFigures(
    int FieldId, long Filled, long Distinct, bool IsAbout, IReadOnlyList<ValueCount> Top, IReadOnlyList<SourceCount> Sources);

/// <summary>How many leads have a value.</summary>
/// <param name="Text">For texts the text; else null.</param>
/// <param name="Number">The number as it is stored; null for texts.</param>
/// <param name="Leads">How many leads.</param>
public sealed record ValueCount(string? Text, double? Number, long Leads)
{
    /// <summary>Gets the value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public FieldValue Value => Number is { } number ? FieldValue.Of(number) : FieldValue.Of(Text);
}

/// <summary>How often a source spoke of a field.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Observations">In how many observations it named the field.</param>
public sealed record SourceCount(int SourceId, string Name, long Observations);

/// <summary>The figures of all fields as of one moment.</summary>
/// <param name="AsOf">When they were counted, in UTC microseconds.</param>
/// <param name="Leads">How many leads there were.</param>
/// <param name="Fields">The figures by field; a field that was added later has none.</param>
public sealed record FieldFigureSet(long AsOf, long Leads, IReadOnlyList<FieldFigures> Fields)
{
    /// <summary>Finds the figures of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The figures, or null.</returns>
    public FieldFigures? Find(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Fields.FirstOrDefault(figures => figures.FieldId == field.Id);
    }
}

/// <summary>Counts what leads hold, in the background; a page reads the last count at once.</summary>
public interface IFieldFigures
{
    /// <summary>Gets a value indicating whether a count is running.</summary>
    bool IsCounting { get; }

    /// <summary>Reads the last count, and starts another where leads changed since; <see cref="FieldsChanged"/> tells of its end.</summary>
    /// <param name="isForced">Whether to count anew in any case.</param>
    /// <param name="cancellationToken">Stops the read, not the count.</param>
    /// <returns>The figures; null before the first count.</returns>
    Task<FieldFigureSet?> GetAsync(bool isForced = false, CancellationToken cancellationToken = default);
}
