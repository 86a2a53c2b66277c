using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Learning.Saving;

/// <summary>A <see cref="SavedModel"/> as a JSON file; what is read predicts and explains the same to the last bit.</summary>
/// <remarks>
/// <c>{"version":1,"encoder":…,"calibrator":…,"line":…}</c>, or <c>"trees"</c> and <c>"baseMargin"</c> for boosted trees: these as XGBoost writes them, as if
/// they began at one half, and the margin that they begin with.
/// </remarks>
public static class SavedModelFile
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The most bytes of a file that are read, where nothing else is said: 256 MB.</summary>
    public const long DefaultMostBytes = 268_435_456;

    private const string Advice = "Take the file again from where it was saved.";

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model: boosted trees or logistic regression.</param>
    /// <param name="file">Takes the JSON; not closed.</param>
    /// <exception cref="ArgumentException">It is a model of another learner.</exception>
    public static void Write(SavedModel model, Stream file)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(file);
        using var writer = new Utf8JsonWriter(file);
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        Write(writer, "encoder", TableEncoderJson.Print(model.Encoder));
        Write(writer, "calibrator", JsonSerializer.Serialize(model.Calibrator));
        switch (model.Model)
        {
            case TreeModel trees:
                using (var content = new MemoryStream())
                {
                    XgBoostModel.WriteJson(new TreeModel(trees.Features, 0, trees.Trees), content);
                    writer.WriteNumber("baseMargin", trees.BaseMargin);
                    writer.WritePropertyName("trees");
                    writer.WriteRawValue(content.GetBuffer().AsSpan(0, (int)content.Length));
                }

                break;
            case LogisticRegressionModel line:
                Write(writer, "line", LogisticRegressionJson.Print(line));
                break;
            default:
                throw new ArgumentException($"{model.Model.GetType().Name} has no file. Save boosted trees or logistic regression.", nameof(model));
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="file">The JSON; read from where it stands to its end, and not closed.</param>
    /// <param name="mostBytes">The most bytes that are read.</param>
    /// <returns>The model; or a <see cref="ModelFileRefused"/> that says what is wrong and what to do.</returns>
    public static Result<SavedModel> Read(Stream file, long mostBytes = DefaultMostBytes)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        if (!TryCopy(file, bytes, mostBytes))
        {
            return new ModelFileRefused(string.Create(CultureInfo.InvariantCulture, $"The file is larger than {mostBytes:N0} bytes, the most that is read. Train with fewer or shallower trees."));
        }

        if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
        {
            return new ModelFileRefused($"This is no model: it is not written in UTF-8. {Advice}");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), s_strict);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return new ModelFileRefused($"This is no model: {problem.Message} {Advice}");
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    private static bool TryCopy(Stream file, MemoryStream bytes, long most)
    {
        var buffer = new byte[65_536];
        while (file.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer.AsSpan(0, count));
            if (bytes.Length > most)
            {
                return false;
            }
        }

        return true;
    }

    private static Result<SavedModel> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version))
        {
            return new ModelFileRefused($"This is no model of LeadStudio. {Advice}");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
        {
            return new ModelFileRefused($"The model has the version {version.GetRawText()}, and this program reads version {Version}. Save it anew with the program that wrote it, or train again.");
        }

        if (!root.TryGetProperty("encoder", out var encoder) || !root.TryGetProperty("calibrator", out var calibrator))
        {
            return new ModelFileRefused($"The model is not whole: its encoder or its calibration is missing. {Advice}");
        }

        var read = TableEncoderJson.Parse(encoder.GetRawText());
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var model = ReadModel(root, read.Value);
        return model.IsSuccess
            ? new SavedModel(read.Value, model.Value, calibrator.Deserialize<Calibrator>() ?? throw new JsonException("The calibration is null."))
            : model.Error;
    }

    private static Result<IModel> ReadModel(JsonElement root, TableEncoder encoder)
    {
        if (root.TryGetProperty("line", out var line))
        {
            var model = LogisticRegressionJson.Parse(line.GetRawText());
            return !model.IsSuccess ? model.Error
                : model.Value.Features.SequenceEqual(encoder.Features) ? model.Value
                : Foreign();
        }

        if (!root.TryGetProperty("trees", out var trees) || !root.TryGetProperty("baseMargin", out var margin)
            || margin.ValueKind != JsonValueKind.Number || !margin.TryGetSingle(out var start) || !float.IsFinite(start))
        {
            return new ModelFileRefused($"The model is not whole: it has neither a line nor trees with the margin that they begin with. {Advice}");
        }

        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(trees.GetRawText()));
        var grown = XgBoostModel.Read(content);

        // XGBoost does not allow all names of columns; the encoder has them as they are.
        return !grown.IsSuccess ? grown.Error
            : grown.Value.Features.Select(feature => feature.Kind).SequenceEqual(encoder.Features.Select(feature => feature.Kind))
                ? new TreeModel(encoder.Features, start + grown.Value.BaseMargin, grown.Value.Trees)
            : Foreign();
    }

    private static ModelFileRefused Foreign() => new($"The model asks for other features than its encoder makes: the parts are of different models. {Advice}");
}
