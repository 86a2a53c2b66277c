using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Lets System.Text.Json read and write calibrators, also inside other documents, where the declared type is <see cref="Calibrator"/>.</summary>
/// <example>
/// <c>{"kind":"none"}</c>, <c>{"kind":"platt","slope":0.8,"intercept":-0.1}</c>, <c>{"kind":"isotonic","inputs":[0.1,0.6],"outputs":[0,0.9]}</c>.
/// </example>
public sealed class CalibratorJsonConverter : JsonConverter<Calibrator>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The JSON is no calibrator; the message names the part.</exception>
    public override Calibrator Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(new JsonPart(document.RootElement, ""));
        }
        catch (JsonShapeException problem)
        {
            throw new JsonException(problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}", problem);
        }
        catch (ArgumentException problem)
        {
            throw new JsonException($"The calibrator's numbers do not fit: {problem.Message}", problem);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Calibrator value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case Uncalibrated:
                writer.WriteString("kind", "none");
                break;
            case PlattScaling platt:
                writer.WriteString("kind", "platt");
                writer.WriteNumber("slope", platt.Slope);
                writer.WriteNumber("intercept", platt.Intercept);
                break;
            case IsotonicMap isotonic:
                writer.WriteString("kind", "isotonic");
                WriteNumbers(writer, "inputs", isotonic.Inputs);
                WriteNumbers(writer, "outputs", isotonic.Outputs);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no JSON form.");
        }

        writer.WriteEndObject();
    }

    private static Calibrator Read(JsonPart json)
    {
        var members = json.Members("kind", "slope", "intercept", "inputs", "outputs");
        var kind = Member("kind");
        switch (kind.Text())
        {
            case "none":
                Demand(1);
                return new Uncalibrated();
            case "platt":
                Demand(3);
                return new PlattScaling(Number(Member("slope")), Number(Member("intercept")));
            case "isotonic":
                Demand(3);
                return new IsotonicMap(Numbers(Member("inputs")), Numbers(Member("outputs")));
            default:
                throw kind.Fail($"'{kind.Text()}' is not known; known are none, platt and isotonic.");
        }

        JsonPart Member(string name) => members.TryGetValue(name, out var member) ? member : throw json.Fail($"'{name}' is missing.");

        void Demand(int count)
        {
            if (members.Count > count)
            {
                throw json.Fail($"the kind {kind.Text()} has {count} members, found {string.Join(", ", members.Keys)}.");
            }
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, ValueList<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static ValueList<double> Numbers(JsonPart part) => ValueList.From(part.Items().Select(Number));

    private static double Number(JsonPart part) => part.Value.ValueKind is JsonValueKind.Number && part.Value.TryGetDouble(out var number)
        ? number
        : throw part.Fail($"expected a number, found {part.Kind()}.");
}
