using System.Buffers.Binary;
using System.Text;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Writes UBJSON (draft 12) as XGBoost does; see <see cref="UbjsonFileReader"/>.</summary>
/// <param name="file">Takes the UBJSON.</param>
internal sealed class UbjsonFileWriter(Stream file) : FileWriter
{
    private readonly BufferedStream _file = new(file, bufferSize: 65_536);
    private readonly byte[] _number = new byte[8];

    /// <inheritdoc />
    public override void Object(params ReadOnlySpan<(string Name, Action Write)> members)
    {
        Letter('{');
        foreach (var (name, write) in members)
        {
            TextWithCount(name);
            write();
        }

        Letter('}');
    }

    /// <inheritdoc />
    public override void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Letter('[');
        Letter('#');
        Count(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    /// <inheritdoc />
    public override void Text(string text)
    {
        Letter('S');
        TextWithCount(text);
    }

    /// <inheritdoc />
    public override void Integer(int number)
    {
        Letter('l');
        Write(number);
    }

    /// <inheritdoc />
    public override void Floats(IReadOnlyCollection<float> numbers)
    {
        BeginTyped('d', numbers.Count);
        foreach (var number in numbers)
        {
            Write(BitConverter.SingleToInt32Bits(number));
        }
    }

    /// <inheritdoc />
    public override void Integers(IReadOnlyCollection<int> numbers)
    {
        BeginTyped('l', numbers.Count);
        foreach (var number in numbers)
        {
            Write(number);
        }
    }

    /// <inheritdoc />
    public override void Longs(IReadOnlyCollection<int> numbers)
    {
        BeginTyped('L', numbers.Count);
        foreach (var number in numbers)
        {
            WriteLong(number);
        }
    }

    /// <inheritdoc />
    public override void Flags(IReadOnlyCollection<bool> flags)
    {
        BeginTyped('U', flags.Count);
        foreach (var flag in flags)
        {
            _file.WriteByte(flag ? (byte)1 : (byte)0);
        }
    }

    /// <inheritdoc />
    public override void Dispose() => _file.Flush();

    private void BeginTyped(char type, int count)
    {
        Letter('[');
        Letter('$');
        Letter(type);
        Letter('#');
        Count(count);
    }

    private void TextWithCount(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Count(bytes.Length);
        _file.Write(bytes);
    }

    private void Count(int count)
    {
        Letter('L');
        WriteLong(count);
    }

    private void Letter(char letter) => _file.WriteByte((byte)letter);

    private void Write(int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(_number, number);
        _file.Write(_number, 0, 4);
    }

    private void WriteLong(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_number, number);
        _file.Write(_number);
    }
}
