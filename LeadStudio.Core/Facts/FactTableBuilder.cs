namespace LeadStudio.Core.Facts;

/// <summary>Encodes leads into the columns of a <see cref="FactTable"/>. Not thread-safe.</summary>
public sealed class FactTableBuilder
{
    private readonly TextEncoder?[] _texts;
    private readonly double[]?[] _numbers;
    private int _capacity;
    private int _rows;

    /// <summary>Starts a table without rows.</summary>
    /// <param name="catalog">The facts.</param>
    /// <param name="slots">The columns to load; <see langword="null"/> for all.</param>
    /// <param name="capacity">The number of leads expected.</param>
    public FactTableBuilder(FactCatalog catalog, IEnumerable<FactSlot>? slots = null, int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _texts = new TextEncoder?[catalog.TextSlots];
        _numbers = new double[catalog.NumberSlots][];
        foreach (var slot in slots ?? catalog.Facts.Select(fact => fact.Slot))
        {
            if (slot.Kind is SlotKind.Text)
            {
                _texts[slot.Index] = new TextEncoder(capacity);
            }
            else
            {
                _numbers[slot.Index] = new double[capacity];
            }
        }
    }

    /// <summary>Adds a lead as the next row.</summary>
    /// <param name="facts">Its facts; they are copied.</param>
    public void Add(LeadFacts facts)
    {
        if (_rows == _capacity)
        {
            Grow();
        }

        var texts = facts.TextArray;
        for (var slot = 0; slot < _texts.Length; slot++)
        {
            _texts[slot]?.Set(_rows, texts[slot]);
        }

        for (var slot = 0; slot < _numbers.Length; slot++)
        {
            if (_numbers[slot] is { } column)
            {
                column[_rows] = facts.NumberArray[slot];
            }
        }

        _rows++;
    }

    /// <summary>Makes the table of the leads added; the builder must not be used any more.</summary>
    /// <returns>The table.</returns>
    public FactTable Build() => new(
        _rows,
        _texts.Select(encoder => encoder?.Build(_rows)),
        _numbers.Select(values => values is null ? null : new NumberColumn(values.AsMemory(0, _rows))));

    private void Grow()
    {
        _capacity *= 2;
        foreach (var encoder in _texts)
        {
            encoder?.Grow(_capacity);
        }

        for (var slot = 0; slot < _numbers.Length; slot++)
        {
            if (_numbers[slot] is not null)
            {
                Array.Resize(ref _numbers[slot], _capacity);
            }
        }
    }
}
