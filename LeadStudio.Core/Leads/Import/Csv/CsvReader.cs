namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Reads the rows of a CSV file of any size, forward only, in constant memory and without allocating for them.</summary>
/// <remarks>
/// Empty lines, and rows in which every cell is empty, are passed over. The spans that it gives are valid until the next
/// <see cref="Read"/>. Not safe for several threads at once.
/// </remarks>
public sealed class CsvReader
{
    /// <summary>The longest row, in characters. What is longer is reported as damaged and cut.</summary>
    public const int LongestRow = 1 << 20;

    private readonly CsvDialect _dialect;
    private readonly CsvBuffer _buffer;
    private readonly CsvRowParser _parser;
    private readonly CsvRowRepair? _repair;
    private string[]? _repaired;
    private char[] _unescaped = new char[256];
    private int _unescapedCount;
    private CsvNextTable? _nextTable;
    private int _columns;
    private bool _hasPeeked;

    private CsvReader(Stream stream, CsvDialect dialect, CsvRowRepair? repair, int bufferSize, int longestRow)
    {
        _dialect = dialect;
        _repair = repair;
        _buffer = new CsvBuffer(stream, dialect, bufferSize);
        _parser = new CsvRowParser(_buffer, dialect, longestRow);
    }

    /// <summary>Gets the names of the columns, each of them unique and not empty.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>Gets the number of cells of the current row, those beyond the last column included.</summary>
    public int FieldCount => _repaired?.Length ?? _parser.Count;

    /// <summary>Gets the physical line on which the current row begins, from 1.</summary>
    public long LineNumber => _parser.Line;

    /// <summary>Gets the number of the current row, from 1; header, preamble and empty rows do not count.</summary>
    public long RowNumber { get; private set; }

    /// <summary>Gets what is wrong with the form of the current row.</summary>
    public CsvDamage Damage { get; private set; }

    /// <summary>Gets a value indicating whether the cells of the current row were put back into their columns (see <see cref="CsvRowRepair"/>).</summary>
    public bool IsRepaired => _repaired is not null;

    /// <summary>Gets the current row as the file has it, without the line end.</summary>
    public ReadOnlySpan<char> RawText => _buffer.Chars.AsSpan(_parser.Start, _parser.End - _parser.Start);

    /// <summary>Gets the text of a cell of the current row; empty where the row has no such cell.</summary>
    /// <param name="column">The column, from 0.</param>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            if (_repaired is null && column < _parser.Count)
            {
                var cell = _parser.Cell(column, out var escaped);
                return escaped ? Unescape(cell) : cell;
            }

            return _repaired is not null && column < _repaired.Length ? _repaired[column] : default;
        }
    }

    /// <summary>Begins to read a file: passes over the preamble and reads the header.</summary>
    /// <param name="stream">The file, from its first byte. It stays open.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="repair">Puts the cells of broken rows back into their columns; <see langword="null"/> leaves them.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The reader, before the first row.</returns>
    /// <exception cref="ArgumentException">The dialect names an unknown encoding, or a separator or quote that is not ASCII.</exception>
    public static CsvReader Open(Stream stream, CsvDialect dialect, CsvRowRepair? repair = null, CancellationToken cancellationToken = default) =>
        Open(stream, dialect, repair, bufferSize: 1 << 15, LongestRow, cancellationToken);

    /// <summary>Reads the next row.</summary>
    /// <param name="cancellationToken">Stops between two reads of the stream.</param>
    /// <returns><see langword="false"/> at the end of the file.</returns>
    public bool Read(CancellationToken cancellationToken = default)
    {
        do
        {
            if (!ReadAny(cancellationToken))
            {
                return false;
            }
        }
        while (IsBlank() || _nextTable?.IsHeaderAgain(this) == true);

        Damage = _nextTable?.IsOther == true ? CsvDamage.OtherTable : Damage;
        RowNumber++;
        return true;
    }

    internal static CsvReader Open(Stream stream, CsvDialect dialect, CsvRowRepair? repair, int bufferSize, int longestRow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dialect);
        var reader = new CsvReader(stream, dialect, repair, bufferSize, longestRow);
        reader.ReadHeader(cancellationToken);
        return reader;
    }

    /// <summary>Copies the cells of the current row.</summary>
    internal string[] Cells()
    {
        var cells = new string[FieldCount];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = this[column].ToString();
        }

        return cells;
    }

    private void ReadHeader(CancellationToken cancellationToken)
    {
        _parser.SkipLines(_dialect.PreambleLines, cancellationToken);
        var rows = new List<string[]>();
        while (rows.Count < _dialect.HeaderRows && ReadAny(cancellationToken))
        {
            rows.Add(IsBlank() ? [] : Cells());
        }

        var columns = _dialect.Columns;
        if (columns == 0)
        {
            _hasPeeked = rows.Count == 0 && ReadAny(cancellationToken);
            columns = rows.Count > 0 ? rows.Max(row => row.Length) : _parser.Count;
        }

        Headers = CsvHeaders.Name(rows, columns);
        _columns = Headers.Count;
        _nextTable = rows.Count == 0 ? null : new CsvNextTable(rows[^1]);
    }

    private bool ReadAny(CancellationToken cancellationToken)
    {
        if (_hasPeeked)
        {
            _hasPeeked = false;
            return true;
        }

        _repaired = null;
        _unescapedCount = 0;
        if (!_parser.Next(cancellationToken))
        {
            return false;
        }

        Damage = _parser.Damage;
        if (_columns > 0 && (_parser.Count != _columns || (_parser.HasStrayQuote && _repair is not null)))
        {
            Mend();
        }

        return true;
    }

    private void Mend()
    {
        if (_repair is not null && Damage == CsvDamage.None && !IsBlank())
        {
            var cells = Cells();
            _repaired = _repair.Mend(cells, RawText, _parser.HasStrayQuote);
            Damage = _repaired is not null ? CsvDamage.None
                : _parser.HasStrayQuote && SplitsQuoted(cells) ? CsvDamage.UnclosedQuote
                : _repair.LacksCells(cells) ? CsvDamage.TooFewCells
                : CsvDamage.None;
        }

        for (var column = _columns; column < FieldCount && Damage == CsvDamage.None; column++)
        {
            Damage = this[column].IsEmpty ? CsvDamage.None : CsvDamage.TooManyCells;
        }
    }

    // "one, two"three: text right behind the closing quote made text of the quotes, and two cells of one.
    private bool SplitsQuoted(string[] cells)
    {
        var open = Array.FindIndex(cells, cell => cell.StartsWith(_dialect.Quote) && cell.LastIndexOf(_dialect.Quote) == 0);
        return open >= 0 && cells.Skip(open + 1).Any(cell => cell.LastIndexOf(_dialect.Quote) > 0);
    }

    private bool IsBlank()
    {
        for (var column = 0; column < FieldCount; column++)
        {
            if (!_parser.Cell(column, out _).IsEmpty)
            {
                return false;
            }
        }

        return Damage == CsvDamage.None;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> cell)
    {
        if (_unescaped.Length - _unescapedCount < cell.Length)
        {
            // Spans that were given out keep the old array alive.
            _unescaped = new char[Math.Max(_unescaped.Length * 2, cell.Length)];
            _unescapedCount = 0;
        }

        var target = _unescaped.AsSpan(_unescapedCount);
        var mark = _dialect.Escape == CsvEscape.Backslash ? '\\' : _dialect.Quote;
        var length = 0;
        while (cell.IndexOf(mark) is var at and >= 0)
        {
            // The mark is left out before what it protects; elsewhere it is text.
            var protects = at + 1 < cell.Length && (cell[at + 1] == mark || cell[at + 1] == _dialect.Quote);
            cell[..at].CopyTo(target[length..]);
            length += at;
            target[length++] = protects ? cell[at + 1] : cell[at];
            cell = cell[(protects ? at + 2 : at + 1)..];
        }

        cell.CopyTo(target[length..]);
        length += cell.Length;
        _unescapedCount += length;
        return target[..length];
    }
}
