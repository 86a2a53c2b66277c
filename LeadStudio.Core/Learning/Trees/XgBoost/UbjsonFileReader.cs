using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Reads UBJSON (draft 12), as far as XGBoost writes it. Numbers have their greatest byte first.</summary>
/// <remarks>
/// A letter says what follows; <c>[$d#L</c> and a count begin numbers of one type without letters. A count is only believed as far as there are bytes.
/// </remarks>
internal sealed class UbjsonFileReader : FileReader
{
    // Made once: a file may have many values to pass over.
    private readonly Action _skip;
    private readonly Action<string> _skipMember;

    // The type of the items of the list that is being read, where they have one in common.
    private byte? _common;

    /// <summary>Initializes a new instance of the <see cref="UbjsonFileReader"/> class.</summary>
    /// <param name="bytes">The file.</param>
    public UbjsonFileReader(FileBytes bytes)
        : base(bytes) => (_skip, _skipMember) = (Skip, _ => Skip());

    /// <inheritdoc />
    public override void ReadObject(Action<string> readMember)
    {
        if (TakeType() != '{')
        {
            throw Bytes.Wrong("an object");
        }

        ReadMembers(readMember);
    }

    /// <inheritdoc />
    public override void ReadMembers(Action<string> readMember)
    {
        Enter();
        while (Bytes.Peek() != '}')
        {
            readMember(TakeText());
        }

        Bytes.Take();
        Leave();
    }

    /// <inheritdoc />
    public override void ReadArray(Action readItem)
    {
        if (TakeType() != '[')
        {
            throw Bytes.Wrong("a list");
        }

        ReadItems(readItem);
    }

    /// <inheritdoc />
    public override string ReadText() => TakeType() == 'S' ? TakeText() : throw Bytes.Wrong("a text");

    /// <inheritdoc />
    public override string ReadParameter()
    {
        var type = TakeType();
        return type == 'S' ? TakeText() : TakeNumber(type).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public override void Skip()
    {
        var type = TakeType();
        switch (type)
        {
            case (byte)'{':
                ReadMembers(_skipMember);
                break;
            case (byte)'[':
                ReadItems(_skip);
                break;
            case (byte)'S':
                Bytes.Skip(TakeCount());
                break;
            case (byte)'Z':
                break;
            default:
                TakeNumber(type);
                break;
        }
    }

    /// <inheritdoc />
    protected override double ReadNumber() => TakeNumber(TakeType());

    private byte TakeType() => _common ?? Bytes.Take();

    private void ReadItems(Action readItem)
    {
        Enter();
        if (Bytes.Peek() == '$')
        {
            Bytes.Take();
            _common = Bytes.Take();
            if (_common is not ((byte)'d' or (byte)'D' or (byte)'i' or (byte)'U' or (byte)'I' or (byte)'l' or (byte)'L'))
            {
                throw Bytes.Wrong("a type of numbers");
            }
        }

        if (Bytes.Peek() == '#')
        {
            Bytes.Take();
            for (var left = TakeCount(); left > 0; left--)
            {
                readItem();
            }

            _common = null;
        }
        else if (_common is not null)
        {
            throw Bytes.Wrong("a count");
        }
        else
        {
            while (Bytes.Peek() != ']')
            {
                readItem();
            }

            Bytes.Take();
        }

        Leave();
    }

    private string TakeText()
    {
        var count = TakeCount();
        if (count > MostTextBytes)
        {
            throw Bytes.Wrong("a shorter text");
        }

        var text = new byte[count];
        Bytes.Take(text);
        return Encoding.UTF8.GetString(text);
    }

    private long TakeCount()
    {
        var type = Bytes.Take();
        var count = type is (byte)'d' or (byte)'D' ? -1 : TakeNumber(type);
        return count is >= 0 and < 1L << 53 ? (long)count : throw Bytes.Wrong("a count");
    }

    private double TakeNumber(byte type)
    {
        Span<byte> number = stackalloc byte[8];
        switch (type)
        {
            case (byte)'T' or (byte)'F':
                return type == 'T' ? 1 : 0;
            case (byte)'i':
                return (sbyte)Bytes.Take();
            case (byte)'U':
                return Bytes.Take();
            case (byte)'I':
                Bytes.Take(number[..2]);
                return BinaryPrimitives.ReadInt16BigEndian(number);
            case (byte)'l':
                Bytes.Take(number[..4]);
                return BinaryPrimitives.ReadInt32BigEndian(number);
            case (byte)'L':
                Bytes.Take(number);
                return BinaryPrimitives.ReadInt64BigEndian(number);
            case (byte)'d':
                Bytes.Take(number[..4]);
                return BinaryPrimitives.ReadSingleBigEndian(number);
            case (byte)'D':
                Bytes.Take(number);
                return BinaryPrimitives.ReadDoubleBigEndian(number);
            default:
                throw Bytes.Wrong("a value");
        }
    }
}
