using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Lets System.Text.Json read and write conditions inside other documents.</summary>
public sealed class ConditionJsonConverter : JsonConverter<Condition>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The JSON is no condition; the message names the part.</exception>
    public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return ConditionJsonReader.Read(new JsonPart(document.RootElement, ""));
        }
        catch (JsonShapeException problem)
        {
            throw new JsonException(problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}", problem);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) => ConditionJson.Write(writer, value);
}
