using System.Runtime.InteropServices;
using System.Text;

namespace LeadStudio.Core.Persistence;

/// <summary>Rows, or parts of them, that one thread makes ready so that the thread that writes has only to hand them over.</summary>
internal sealed unsafe class RowBuffer : IRowSink, IDisposable
{
    private const int Null = -1;
    private const int Integer = -2;
    private const int Real = -3;

    private readonly List<int> _ends = [];

    // Outside the collected memory: arrays of this size would be large objects, and each few of those make it stop everything.
    private Cell* _cells;
    private int _room;
    private int _count;
    private byte* _texts;
    private int _capacity;
    private int _used;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="rows">How many rows to make room for.</param>
    /// <param name="cellsPerRow">How many values a row has.</param>
    public RowBuffer(int rows, int cellsPerRow)
    {
        _room = Math.Max(1, rows * cellsPerRow);
        _cells = (Cell*)NativeMemory.Alloc((nuint)_room, (nuint)sizeof(Cell));
        _capacity = Math.Max(256, rows * 32);
        _texts = (byte*)NativeMemory.Alloc((nuint)_capacity);
    }

    public void Write(long value) => Add(new(value, Integer));

    public void Write(double value) => Add(double.IsNaN(value) ? new(0, Null) : new(BitConverter.DoubleToInt64Bits(value), Real));

    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var length = Encoding.UTF8.GetBytes(value, Room(Encoding.UTF8.GetMaxByteCount(value.Length)));
        AddText(length);
    }

    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        AddText(utf8.Length);
    }

    public void WriteNull() => Add(new(0, Null));

    public void EndRow() => _ends.Add(_count);

    /// <summary>Writes a row of the buffer as the next values of a row there, and does not end that.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="rows">Where to. Its row must end before the buffer is disposed.</param>
    public void CopyTo(int row, IRowWriter rows)
    {
        for (var i = row == 0 ? 0 : _ends[row - 1]; i < _ends[row]; i++)
        {
            var cell = _cells[i];
            switch (cell.Length)
            {
                case Null:
                    rows.WriteNull();
                    break;
                case Integer:
                    rows.Write(cell.Bits);
                    break;
                case Real:
                    rows.Write(BitConverter.Int64BitsToDouble(cell.Bits));
                    break;
                default:
                    rows.WriteInPlace(new(_texts + cell.Bits, cell.Length));
                    break;
            }
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_texts);
        NativeMemory.Free(_cells);
        _texts = null;
        _cells = null;
        (_capacity, _used, _room, _count) = (0, 0, 0, 0);
    }

    private Span<byte> Room(int bytes)
    {
        if (_capacity - _used < bytes)
        {
            _capacity = Math.Max(_capacity * 2, _used + bytes);
            _texts = (byte*)NativeMemory.Realloc(_texts, (nuint)_capacity);
        }

        return new(_texts + _used, bytes);
    }

    private void AddText(int length)
    {
        Add(new(_used, length));
        _used += length;
    }

    private void Add(Cell cell)
    {
        if (_count == _room)
        {
            _room = Math.Max(1, _room * 2);
            _cells = (Cell*)NativeMemory.Realloc(_cells, (nuint)_room * (nuint)sizeof(Cell));
        }

        _cells[_count++] = cell;
    }

    // A length, or what else it is; and the number, or where the text starts.
    private readonly record struct Cell(long Bits, int Length);
}
