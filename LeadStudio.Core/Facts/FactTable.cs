namespace LeadStudio.Core.Facts;

/// <summary>The facts of many leads in columns, for batch work. Immutable, so any number of threads may read it.</summary>
public sealed class FactTable
{
    private readonly TextColumn?[] _texts;
    private readonly NumberColumn?[] _numbers;

    /// <summary>Makes a table of loaded columns.</summary>
    /// <param name="rows">The number of leads.</param>
    /// <param name="texts">The columns by text slot; <see langword="null"/> where a column was not loaded.</param>
    /// <param name="numbers">The columns by number slot; <see langword="null"/> where a column was not loaded.</param>
    /// <exception cref="ArgumentException">A column has another number of rows.</exception>
    public FactTable(int rows, IEnumerable<TextColumn?> texts, IEnumerable<NumberColumn?> numbers)
    {
        Rows = rows;
        _texts = [.. texts];
        _numbers = [.. numbers];
        if (_texts.Any(column => column is not null && column.Codes.Length != rows)
            || _numbers.Any(column => column is not null && column.Values.Length != rows))
        {
            throw new ArgumentException($"A column does not have {rows} rows.", nameof(rows));
        }
    }

    /// <summary>Gets the number of leads.</summary>
    public int Rows { get; }

    /// <summary>Gets a column of texts.</summary>
    /// <param name="slot">The index of a text slot.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">The column was not loaded.</exception>
    public TextColumn Text(int slot) => _texts.ElementAtOrDefault(slot)
        ?? throw new ArgumentException($"The column of text slot {slot} is not loaded.", nameof(slot));

    /// <summary>Gets a column of numbers.</summary>
    /// <param name="slot">The index of a number slot.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">The column was not loaded.</exception>
    public NumberColumn Number(int slot) => _numbers.ElementAtOrDefault(slot)
        ?? throw new ArgumentException($"The column of number slot {slot} is not loaded.", nameof(slot));
}

/// <summary>A column of texts, each distinct text kept once.</summary>
/// <param name="codes">Per row the index into <paramref name="distinct"/>, or -1 where the text is missing.</param>
/// <param name="distinct">The distinct folded texts.</param>
public sealed class TextColumn(ReadOnlyMemory<int> codes, PackedTexts distinct)
{
    /// <summary>Gets per row the index into <see cref="Distinct"/>, or -1 where the text is missing.</summary>
    public ReadOnlyMemory<int> Codes { get; } = codes;

    /// <summary>Gets the distinct folded texts.</summary>
    public PackedTexts Distinct { get; } = distinct;
}

/// <summary>A column of numbers.</summary>
/// <param name="values">Per row the number, or NaN where it is missing.</param>
public sealed class NumberColumn(ReadOnlyMemory<double> values)
{
    /// <summary>Gets per row the number, or NaN where it is missing.</summary>
    public ReadOnlyMemory<double> Values { get; } = values;
}
