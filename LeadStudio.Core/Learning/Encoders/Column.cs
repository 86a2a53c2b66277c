namespace LeadStudio.Core.Learning.Encoders;

/// <summary>A named column of typed values.</summary>
public sealed class Column
{
    private readonly Func<int, Cell> _read;

    private Column(string name, CellKind kind, int count, Func<int, Cell> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Kind, Count, _read) = (name, kind, count, read);
    }

    /// <summary>Gets what it is called, once in a table.</summary>
    public string Name { get; }

    /// <summary>Gets what its cells hold, where they hold anything.</summary>
    public CellKind Kind { get; }

    /// <summary>Gets how many rows it has.</summary>
    public int Count { get; }

    /// <summary>Reads a cell.</summary>
    /// <param name="row">Which row, from 0.</param>
    public Cell this[int row] => _read(row);

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="values">A number, or <see langword="null"/>, per row; kept, not copied.</param>
    /// <returns>The column.</returns>
    public static Column Of(string name, double?[] values) => new(name, CellKind.Number, values.Length, row => Cell.Of(values[row]));

    /// <summary>Makes a column of yes or no.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="values">Whether, or <see langword="null"/>, per row; kept, not copied.</param>
    /// <returns>The column.</returns>
    public static Column Of(string name, bool?[] values) => new(name, CellKind.Boolean, values.Length, row => Cell.Of(values[row]));

    /// <summary>Makes a column of instants.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="values">An instant, or <see langword="null"/>, per row; kept, not copied.</param>
    /// <returns>The column.</returns>
    public static Column Of(string name, DateTimeOffset?[] values) => new(name, CellKind.Date, values.Length, row => Cell.Of(values[row]));

    /// <summary>Makes a column of choices, or of texts that are taken as choices.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="values">A text, or <see langword="null"/>, per row; kept, not copied.</param>
    /// <returns>The column.</returns>
    public static Column Of(string name, string?[] values) => new(name, CellKind.Text, values.Length, row => Cell.Of(values[row]));
}
