using System.Buffers;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Rows that are written in one transaction.</summary>
internal sealed class ImportChunk : IDisposable
{
    private readonly List<int> _ends = [];
    private readonly List<int> _firsts = [0];
    private char[] _text = ArrayPool<char>.Shared.Rent(1 << 19);
    private int _length;
    private PreparedBatch? _prepared;

    /// <summary>Gets the rows that could be read.</summary>
    public List<BatchRow> Rows { get; } = [];

    /// <summary>Gets the rows that could not.</summary>
    public List<ImportReject> Rejects { get; } = [];

    /// <summary>Gets or sets the catalog that the values are of.</summary>
    public required FieldCatalog Catalog { get; set; }

    /// <summary>Gets the fields that the rows speak of.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Gets the ids of the fields that an empty cell clears.</summary>
    public required IReadOnlySet<int> Clearing { get; init; }

    /// <summary>Gets or sets the rows, ready to be written.</summary>
    /// <exception cref="InvalidOperationException">They are not ready yet.</exception>
    public PreparedBatch Prepared
    {
        get => _prepared ?? throw new InvalidOperationException("The chunk is not ready to be written.");
        set => _prepared = value;
    }

    /// <summary>Gets or sets the rows of the file that are done with this chunk.</summary>
    public long RowsDone { get; set; }

    /// <summary>Gets or sets the bytes of the file that are done with this chunk.</summary>
    public long BytesDone { get; set; }

    /// <summary>Keeps the cells of the row that is added next: a row can still be refused when its lead is looked for.</summary>
    public void Keep(Csv.CsvReader row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            var cell = row[column];
            if (_text.Length - _length < cell.Length)
            {
                var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + cell.Length));
                _text.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<char>.Shared.Return(_text);
                _text = larger;
            }

            cell.CopyTo(_text.AsSpan(_length));
            _length += cell.Length;
            _ends.Add(_length);
        }

        _firsts.Add(_ends.Count);
    }

    /// <summary>Gives the memory of the cells back.</summary>
    public void Dispose()
    {
        _prepared?.Dispose();
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }

    /// <summary>Gives the cells of a row back.</summary>
    /// <param name="row">Its place in <see cref="Rows"/>.</param>
    public string[] CellsOf(int row)
    {
        var cells = new string[_firsts[row + 1] - _firsts[row]];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = _firsts[row] + i;
            var start = cell == 0 ? 0 : _ends[cell - 1];
            cells[i] = new string(_text, start, _ends[cell] - start);
        }

        return cells;
    }
}
