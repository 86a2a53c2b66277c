using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Rows that are written in one transaction.</summary>
internal sealed class ImportChunk : IDisposable
{
    // The cells of all rows, one behind the other; where each ends; and which is the first of each row.
    private readonly PooledList<char> _text = new(1 << 19);
    private readonly PooledList<int> _ends = new(1 << 15);
    private readonly List<int> _firsts = [0];
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
            _text.Add(row[column]);
            _ends.Add(_text.Count);
        }

        _firsts.Add(_ends.Count);
    }

    /// <summary>Gives the memory of the cells back.</summary>
    public void Dispose()
    {
        _prepared?.Dispose();
        _text.Dispose();
        _ends.Dispose();
    }

    /// <summary>Gives the cells of a row back.</summary>
    /// <param name="row">Its place in <see cref="Rows"/>.</param>
    public string[] CellsOf(int row)
    {
        var text = _text.Items;
        var ends = _ends.Items;
        var cells = new string[_firsts[row + 1] - _firsts[row]];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = _firsts[row] + i;
            cells[i] = new string(text[(cell == 0 ? 0 : ends[cell - 1])..ends[cell]]);
        }

        return cells;
    }
}
