using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The values of an observation as its row holds them: <c>{"3":"Ann","12":250,"8":null}</c>, by field id.</summary>
internal sealed class FieldValuesJson : IDisposable
{
    private static readonly JsonWriterOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;
    private readonly Dictionary<int, JsonEncodedText> _names = [];

    public FieldValuesJson() => _writer = new(_buffer, s_compact);

    public static Dictionary<int, FieldValue> Read(string json)
    {
        var values = new Dictionary<int, FieldValue>();
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            values[int.Parse(member.Name, CultureInfo.InvariantCulture)] = member.Value.ValueKind switch
            {
                JsonValueKind.String => FieldValue.Of(member.Value.GetString()),
                JsonValueKind.Number => FieldValue.Of(member.Value.GetDouble()),
                _ => FieldValue.Empty,
            };
        }

        return values;
    }

    /// <summary>Writes values.</summary>
    /// <param name="values">The values by field id.</param>
    /// <returns>UTF-8; valid until the next call.</returns>
    public ReadOnlySpan<byte> Write(IReadOnlyDictionary<int, FieldValue> values)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        if (values is ObservedValues said)
        {
            for (var i = 0; i < said.Fields.Length; i++)
            {
                if (said.Speaks(i))
                {
                    Write(said.Fields[i], said.At(i));
                }
            }
        }
        else
        {
            foreach (var (field, value) in values)
            {
                Write(field, value);
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    private void Write(int field, FieldValue value)
    {
        if (!_names.TryGetValue(field, out var name))
        {
            _names[field] = name = JsonEncodedText.Encode(field.ToString(CultureInfo.InvariantCulture));
        }

        if (value.Text is not null)
        {
            _writer.WriteString(name, value.Text);
        }
        else if (!value.IsEmpty)
        {
            _writer.WriteNumber(name, value.Number);
        }
        else
        {
            _writer.WriteNull(name);
        }
    }

    public void Dispose() => _writer.Dispose();
}
