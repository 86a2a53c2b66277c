using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Learning.Saving;

/// <summary>A <see cref="SavedModel"/> as a JSON file; what is read predicts and explains the same to the last bit.</summary>
/// <remarks>
/// <c>{"version":1,"encoder":…,"calibrator":…,"line":…}</c>, or <c>"trees"</c> and <c>"baseMargin"</c> for boosted trees: these as XGBoost writes them, as if
/// they began at one half, and the margin that they begin with. The members may come in any order, each once, and no others.
/// </remarks>
public static class SavedModelFile
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The most bytes of a file that are read, where nothing else is said: 256 MB.</summary>
    public const long DefaultMostBytes = 268_435_456;

    // All parts but the trees become texts and lists before they are checked, which takes several times their bytes.
    private const int MostPartBytes = 67_108_864;

    private const string Advice = "Take the file again from where it was saved.";

    private static readonly string[] s_small = [SavedModelParts.Encoder, SavedModelParts.Calibrator, SavedModelParts.Line];

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
        writer.WriteNumber(SavedModelParts.Version, Version);
        Write(writer, SavedModelParts.Encoder, TableEncoderJson.Print(model.Encoder));
        Write(writer, SavedModelParts.Calibrator, JsonSerializer.Serialize(model.Calibrator));
        switch (model.Model)
        {
            case TreeModel trees:
                using (var content = new MemoryStream())
                {
                    XgBoostModel.WriteJson(new TreeModel(trees.Features, 0, trees.Trees), content);
                    writer.WriteNumber(SavedModelParts.BaseMargin, trees.BaseMargin);
                    writer.WritePropertyName(SavedModelParts.Trees);
                    writer.WriteRawValue(content.GetBuffer().AsSpan(0, (int)content.Length));
                }

                break;
            case LogisticRegressionModel line:
                Write(writer, SavedModelParts.Line, LogisticRegressionJson.Print(line));
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
            return Read(SavedModelParts.Find(new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length)));
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

    private static Result<SavedModel> Read(SavedModelParts parts)
    {
        if (!parts.Has(SavedModelParts.Version))
        {
            return new ModelFileRefused($"This is no model of LeadStudio. {Advice}");
        }

        if (!int.TryParse(parts.Get(SavedModelParts.Version), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version) || version != Version)
        {
            return new ModelFileRefused(
                $"This program reads models of version {Version}, and the file has {(version == 0 ? "another version" : $"version {version}")}. Save it anew with the program that wrote it, or train again.");
        }

        if (FindProblem(parts) is { } problem)
        {
            return new ModelFileRefused($"The model cannot be used: {problem}. {Advice}");
        }

        var encoder = TableEncoderJson.Parse(TextOf(parts, SavedModelParts.Encoder));
        if (!encoder.IsSuccess)
        {
            return encoder.Error;
        }

        var model = parts.Has(SavedModelParts.Line) ? ReadLine(parts, encoder.Value) : ReadTrees(parts, encoder.Value);
        return model.IsSuccess ? new SavedModel(encoder.Value, model.Value, ReadCalibrator(parts)) : model.Error;
    }

    private static string? FindProblem(SavedModelParts parts) =>
        !parts.Has(SavedModelParts.Encoder) ? "its encoder is missing"
        : !parts.Has(SavedModelParts.Calibrator) ? "its calibration is missing"
        : parts.Has(SavedModelParts.Trees) != parts.Has(SavedModelParts.BaseMargin) ? "it has not both, trees and the margin that they begin with"
        : parts.Has(SavedModelParts.Line) == parts.Has(SavedModelParts.Trees) ? "it has not one of both, a line or trees"
        : s_small.Any(name => parts.Get(name).Count > MostPartBytes)
            ? string.Create(CultureInfo.InvariantCulture, $"its encoder, line or calibration is larger than {MostPartBytes:N0} bytes, the most that is read")
        : parts.HasOthers ? "it has parts that this program does not know"
        : null;

    private static Calibrator ReadCalibrator(SavedModelParts parts) =>
        JsonSerializer.Deserialize<Calibrator>(parts.Get(SavedModelParts.Calibrator)) ?? throw new JsonException("The calibration is null.");

    private static Result<IModel> ReadLine(SavedModelParts parts, TableEncoder encoder)
    {
        var line = LogisticRegressionJson.Parse(TextOf(parts, SavedModelParts.Line));
        return !line.IsSuccess ? line.Error
            : line.Value.Features.SequenceEqual(encoder.Features) ? line.Value
            : Foreign();
    }

    private static Result<IModel> ReadTrees(SavedModelParts parts, TableEncoder encoder)
    {
        var json = parts.Get(SavedModelParts.Trees);
        using var content = new MemoryStream(json.Array ?? [], json.Offset, json.Count, writable: false);
        var trees = XgBoostModel.Read(content);

        // What XGBoost's reader advises is for XGBoost's own files.
        if (!trees.IsSuccess)
        {
            return new ModelFileRefused($"The trees of the model are damaged. {Advice}");
        }

        if (!float.TryParse(parts.Get(SavedModelParts.BaseMargin), NumberStyles.Float, CultureInfo.InvariantCulture, out var margin)
            || !float.IsFinite(margin + trees.Value.BaseMargin))
        {
            return new ModelFileRefused($"The margin that the trees begin with is no finite number. {Advice}");
        }

        return trees.Value.Features.SequenceEqual(AsInFile(encoder.Features))
            ? new TreeModel(encoder.Features, margin + trees.Value.BaseMargin, trees.Value.Trees)
            : Foreign();
    }

    // XGBoost does not allow all names of columns; the encoder has them as they are.
    private static IEnumerable<Feature> AsInFile(ImmutableArray<Feature> features) =>
        features.Zip(FileFeatureNames.Of(features), (feature, name) => feature with { Name = name });

    private static string TextOf(SavedModelParts parts, string name) => Encoding.UTF8.GetString(parts.Get(name));

    private static ModelFileRefused Foreign() => new($"The model asks for other features than its encoder makes: the parts are of different models. {Advice}");
}
