using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>The JSON form of conditions, as <c>condition.schema.json</c> describes it.</summary>
/// <example><c>{"all":[{"field":"country","is":"DE"},{"not":{"field":"title","contains":"Intern"}}]}</c></example>
public static class ConditionJson
{
    // A level of the tree takes an object and a list; the rest leaves room for documents around the condition.
    internal static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = (2 * ConditionLimits.Depth) + 16 };

    // Sentences with umlauts stay readable; the form is never put into HTML unescaped.
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a condition.</summary>
    /// <param name="json">The JSON text, at most <see cref="ConditionLimits.JsonLength"/> characters.</param>
    /// <returns>The condition, or a <see cref="ConditionJsonError"/> that names the part.</returns>
    public static Result<Condition> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > ConditionLimits.JsonLength)
        {
            return new ConditionJsonError("", $"The condition is longer than {ConditionLimits.JsonLength} characters; shorten it.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, DocumentOptions);
            return ConditionJsonReader.Read(new JsonPart(document.RootElement, ""));
        }
        catch (JsonShapeException problem)
        {
            return new ConditionJsonError(problem.Path, problem.Path.Length == 0 ? $"The condition: {problem.Message}" : $"{problem.Path}: {problem.Message}");
        }
        catch (JsonException problem)
        {
            return new ConditionJsonError("", $"This is no JSON: {problem.Message}");
        }
    }

    /// <summary>Writes a condition in one line.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The JSON text.</returns>
    public static string Print(Condition condition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, condition);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Gives the JSON schema (draft 2020-12) of the form.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => EmbeddedText.Read(typeof(ConditionJson), "condition.schema.json");

    internal static void Write(Utf8JsonWriter writer, Condition condition)
    {
        writer.WriteStartObject();
        switch (condition)
        {
            case AllCondition all:
                WriteItems(writer, "all", all.Items);
                break;
            case AnyCondition any:
                WriteItems(writer, "any", any.Items);
                break;
            case NotCondition not:
                writer.WritePropertyName("not");
                Write(writer, not.Item);
                break;
            case Predicate predicate:
                WritePredicate(writer, predicate);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, string name, ValueList<Condition> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WritePredicate(Utf8JsonWriter writer, Predicate predicate)
    {
        var form = Operators.Describe(predicate.Operator);
        writer.WriteString("field", predicate.Field);
        writer.WritePropertyName(form.JsonName);
        switch (form.Shape)
        {
            case OperandShape.None:
                writer.WriteBooleanValue(true);
                break;
            case OperandShape.One or OperandShape.Days when predicate.Operands.Count == 1:
                WriteOperand(writer, predicate.Operands[0]);
                break;
            default:
                writer.WriteStartArray();
                foreach (var operand in predicate.Operands)
                {
                    WriteOperand(writer, operand);
                }

                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteOperand(Utf8JsonWriter writer, Operand operand)
    {
        switch (operand.Kind)
        {
            case OperandKind.Number:
                writer.WriteNumberValue(operand.Number);
                break;
            case OperandKind.Boolean:
                writer.WriteBooleanValue(operand.Number != 0);
                break;
            default:
                writer.WriteStringValue(operand.ToString());
                break;
        }
    }
}
