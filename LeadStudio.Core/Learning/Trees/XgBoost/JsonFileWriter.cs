using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Writes JSON as XGBoost reads it: it knows no escapes but the short ones, and takes a number for single precision only with an exponent.</summary>
/// <param name="file">Takes the JSON.</param>
internal sealed class JsonFileWriter(Stream file) : FileWriter
{
    private readonly StreamWriter _writer = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 65_536, leaveOpen: true);

    /// <inheritdoc />
    public override void Object(params ReadOnlySpan<(string Name, Action Write)> members)
    {
        var separator = '{';
        foreach (var (name, write) in members)
        {
            _writer.Write(separator);
            Text(name);
            _writer.Write(':');
            write();
            separator = ',';
        }

        _writer.Write(members.IsEmpty ? "{}" : "}");
    }

    /// <inheritdoc />
    public override void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        var separator = '[';
        foreach (var item in items)
        {
            _writer.Write(separator);
            write(item);
            separator = ',';
        }

        _writer.Write(items.Count == 0 ? "[]" : "]");
    }

    /// <inheritdoc />
    public override void Text(string text)
    {
        _writer.Write('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
            {
                _writer.Write('\\');
            }

            _writer.Write(letter);
        }

        _writer.Write('"');
    }

    /// <inheritdoc />
    public override void Integer(int number) => _writer.Write(number);

    /// <inheritdoc />
    public override void Floats(IReadOnlyCollection<float> numbers) => List(numbers, Float);

    /// <inheritdoc />
    public override void Integers(IReadOnlyCollection<int> numbers) => List(numbers, Integer);

    /// <inheritdoc />
    public override void Longs(IReadOnlyCollection<int> numbers) => List(numbers, Integer);

    /// <inheritdoc />
    public override void Flags(IReadOnlyCollection<bool> flags) => List(flags, flag => _writer.Write(flag ? '1' : '0'));

    /// <inheritdoc />
    public override void Dispose() => _writer.Dispose();

    private void Float(float number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        _writer.Write(text);
        if (float.IsFinite(number) && !text.Contains('E', StringComparison.Ordinal))
        {
            _writer.Write("E0");
        }
    }
}
