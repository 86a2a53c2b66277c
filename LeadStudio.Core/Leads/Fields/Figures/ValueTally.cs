namespace LeadStudio.Core.Leads.Fields.Figures;

/// <summary>Counts the values of a field: exactly while they are few, else in bounded memory.</summary>
public sealed class ValueTally
{
    /// <summary>Up to so many different values the counts are exact.</summary>
    public const int Exact = 2_000;

    private readonly Dictionary<FieldValue, long> _counts = [];
    private readonly DistinctCounter _distinct = new();
    private bool _isAbout;
    private long _counted;

    /// <summary>Gets how many leads have a value.</summary>
    public long Filled { get; private set; }

    /// <summary>Counts a lead.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The lead's value; a missing one is not counted.</param>
    public void Add(Field field, FieldValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (value.IsEmpty)
        {
            return;
        }

        Filled++;
        if (field.Type == FieldType.MultiChoice)
        {
            foreach (var code in value.ToCodes())
            {
                Count(FieldValue.Of(code)); // people ask for tags, not for sets of tags
            }
        }
        else
        {
            Count(value);
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="field">The field's id.</param>
    /// <param name="top">How many of the most frequent values to list.</param>
    /// <param name="sources">Who spoke of it.</param>
    /// <returns>The figures.</returns>
    public FieldFigures Build(int field, int top, IReadOnlyList<SourceCount> sources)
    {
        var values = _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal).ThenBy(pair => pair.Key.Number).Take(top);
        return new(
            field,
            Filled,
            _isAbout ? Math.Clamp(_distinct.Estimate(), Exact, _counted) : _counts.Count,
            _isAbout,
            [.. values.Select(pair => new ValueCount(pair.Key.Text, double.IsNaN(pair.Key.Number) ? null : pair.Key.Number, pair.Value))],
            sources);
    }

    private void Count(FieldValue value)
    {
        _counted++;
        _distinct.Add(value);
        if (_counts.TryGetValue(value, out var count))
        {
            _counts[value] = count + 1;
            return;
        }

        if (_counts.Count >= Exact)
        {
            _isAbout = true;
            Thin();
        }

        _counts[value] = 1;
    }

    // The rarer half goes: a value that is frequent overall comes back and stays.
    private void Thin()
    {
        foreach (var (value, _) in _counts.OrderBy(pair => pair.Value).Take(Exact / 2).ToList())
        {
            _counts.Remove(value);
        }
    }
}
