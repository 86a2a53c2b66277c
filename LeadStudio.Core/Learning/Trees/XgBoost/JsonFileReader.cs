using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Reads JSON as XGBoost writes it: with NaN, Infinity and -Infinity as numbers, which the readers of .NET refuse.</summary>
/// <param name="bytes">The file.</param>
internal sealed class JsonFileReader(FileBytes bytes) : FileReader(bytes)
{
    private static readonly SearchValues<byte> s_wordBytes = SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> s_structure = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> s_textMarks = SearchValues.Create("\\\""u8);

    private readonly byte[] _word = new byte[MostTextBytes];

    /// <inheritdoc />
    public override void ReadObject(Action<string> readMember)
    {
        Expect((byte)'{', "an object");
        ReadMembers(readMember);
    }

    /// <inheritdoc />
    public override void ReadMembers(Action<string> readMember) => ReadItems((byte)'}', () =>
    {
        var name = ReadText();
        Expect((byte)':', "a colon");
        readMember(name);
    });

    /// <inheritdoc />
    public override void ReadArray(Action readItem)
    {
        Expect((byte)'[', "a list");
        ReadItems((byte)']', readItem);
    }

    /// <inheritdoc />
    public override string ReadText()
    {
        Expect((byte)'"', "a text");
        var (length, escaped) = (0, false);
        for (var next = Bytes.Take(); next != '"'; next = Bytes.Take())
        {
            Add(next, ref length);
            if (next == '\\')
            {
                escaped = true;
                Add(Bytes.Take(), ref length);
            }
        }

        return escaped ? Unescape(_word.AsSpan(0, length)) : Encoding.UTF8.GetString(_word, 0, length);
    }

    /// <inheritdoc />
    public override string ReadParameter() => PeekSolid() == '"' ? ReadText() : ReadNumber().ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override void Skip()
    {
        if (PeekSolid() is not ('{' or '[' or '"'))
        {
            ReadWord();
            return;
        }

        // What is between brackets and texts is not looked at: nobody uses it.
        var before = Nesting;
        do
        {
            switch (TakeNextOf(s_structure))
            {
                case (byte)'{' or (byte)'[':
                    Enter();
                    break;
                case (byte)'"':
                    SkipRestOfText();
                    break;
                default:
                    Leave();
                    break;
            }
        }
        while (Nesting > before);
    }

    /// <inheritdoc />
    protected override double ReadNumber()
    {
        var word = ReadWord();
        return Utf8Parser.TryParse(word, out int integer, out var used) && used == word.Length ? integer
            : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : word.SequenceEqual("true"u8) ? 1
            : word.SequenceEqual("false"u8) ? 0
            : throw Bytes.Wrong("a number");
    }

    private ReadOnlySpan<byte> ReadWord()
    {
        PeekSolid();
        var ready = Bytes.Ready;
        var end = ready.IndexOfAnyExcept(s_wordBytes);
        if (end > 0)
        {
            Bytes.Skip(end);
            return ready[..end];
        }

        // The word goes on behind what is ready.
        var length = 0;
        while (Bytes.Peek() is >= 0 and var next && s_wordBytes.Contains((byte)next))
        {
            Add(Bytes.Take(), ref length);
        }

        return length > 0 ? _word.AsSpan(0, length) : throw Bytes.Wrong("a value");
    }

    private void ReadItems(byte end, Action readItem)
    {
        Enter();
        if (PeekSolid() != end)
        {
            readItem();
            while (PeekSolid() != end)
            {
                Expect((byte)',', "a comma");
                readItem();
            }
        }

        Bytes.Take();
        Leave();
    }

    private void SkipRestOfText()
    {
        while (TakeNextOf(s_textMarks) == '\\')
        {
            Bytes.Take();
        }
    }

    private byte TakeNextOf(SearchValues<byte> wanted)
    {
        while (true)
        {
            var ready = Bytes.Ready;
            var at = ready.IndexOfAny(wanted);
            if (at >= 0 || ready.IsEmpty)
            {
                Bytes.Skip(Math.Max(0, at));
                return Bytes.Take();
            }

            Bytes.Skip(ready.Length);
        }
    }

    private string Unescape(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. text, (byte)'"']);
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw Bytes.Wrong("a text of JSON");
        }
    }

    private void Add(byte next, ref int length) =>
        _word[length < MostTextBytes ? length++ : throw Bytes.Wrong("a shorter value")] = next;

    private void Expect(byte wanted, string name)
    {
        if (PeekSolid() != wanted)
        {
            throw Bytes.Wrong(name);
        }

        Bytes.Take();
    }

    // Passes over white space.
    private int PeekSolid()
    {
        while (Bytes.Peek() is ' ' or '\t' or '\r' or '\n')
        {
            Bytes.Take();
        }

        return Bytes.Peek();
    }
}
