using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear;

/// <summary>The JSON form of a <see cref="LogisticRegressionModel"/>; what is read predicts the same to the last bit.</summary>
public static class LogisticRegressionJson
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The most features that are read.</summary>
    public const int MostFeatures = 10_000;

    // Weights and numbers of sane models are far below; with it no sum of terms overflows.
    private const double MostSize = 1e100;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The JSON text.</returns>
    public static string Print(LogisticRegressionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonSerializer.Serialize(
            new LinearForm(
                Version,
                model.BaseMargin,
                [.. model.Features.Select(feature => new FeatureForm(feature.Name, feature.Kind))],
                [.. model.Terms.Select(term => new TermForm(term.Feature, term.Kind, term.At, term.Mean, term.Deviation, term.Weight))]),
            LinearJsonContext.Default.LinearForm);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The model, or <see cref="ModelFileRefused"/>.</returns>
    public static Result<LogisticRegressionModel> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var form = JsonSerializer.Deserialize(json, LinearJsonContext.Default.LinearForm) ?? throw new JsonException("It is null.");
            return FindProblem(form) is { } problem
                ? new ModelFileRefused($"The model is damaged: {problem}. Take the file again from where it was saved.")
                : new LogisticRegressionModel(
                    [.. form.Features.Select(feature => new Feature(feature.Name, feature.Kind))],
                    form.BaseMargin,
                    [.. form.Terms.Select(term => new LinearTerm(term.Feature, term.Kind, term.At, term.Mean, term.Deviation, term.Weight))]);
        }
        catch (JsonException problem)
        {
            return new ModelFileRefused($"This is no model of logistic regression: {problem.Message} Take the file again from where it was saved.");
        }
    }

    private static string? FindProblem(LinearForm form)
    {
        if (form.Version != Version)
        {
            return $"it has the version {form.Version}, and this program reads version {Version}";
        }

        if (form.Features.IsDefaultOrEmpty || form.Terms.IsDefault || form.Features.Length > MostFeatures || !IsSane(form.BaseMargin))
        {
            return "it is not whole";
        }

        var kinds = new Dictionary<string, FeatureKind>(StringComparer.Ordinal);
        if (form.Features.Any(feature => feature is null || feature.Name.Length == 0 || !Enum.IsDefined(feature.Kind) || !kinds.TryAdd(feature.Name, feature.Kind)))
        {
            return "a feature has no name of its own, or no kind";
        }

        var known = new HashSet<(string Feature, TermKind Kind, double At)>();
        return form.Terms.Select(term =>
            term is null || !kinds.TryGetValue(term.Feature, out var kind) ? "a term has no feature"
            : !Fits(term, kind) ? $"a term of \"{term.Feature}\" does not fit it"
            : !known.Add((term.Feature, term.Kind, term.At)) ? $"a term of \"{term.Feature}\" is there twice"
            : null).FirstOrDefault(problem => problem is not null);
    }

    private static bool Fits(TermForm term, FeatureKind feature) =>
        IsSane(term.At) && IsSane(term.Mean) && IsSane(term.Weight) && IsSane(1 / term.Deviation) && IsSane(term.Deviation) && term.Deviation > 0 && term.Kind switch
        {
            TermKind.Line => feature == FeatureKind.Number && term.At == 0,
            TermKind.Logarithm => feature == FeatureKind.Number && term.At > 0 && IsSane(1 / term.At),
            TermKind.Above => feature == FeatureKind.Number,
            TermKind.Category => feature == FeatureKind.Category && IsShare(term) && term.At is >= 0 and < Feature.MostCategories && term.At == (int)term.At,
            TermKind.Other => feature == FeatureKind.Category && IsShare(term) && term.At == 0,
            TermKind.Missing => IsShare(term) && term.At == 0,
            _ => false,
        };

    private static bool IsShare(TermForm term) => term.Mean is >= 0 and <= 1 && term.Deviation == 1;

    private static bool IsSane(double number) => Math.Abs(number) <= MostSize;
}

/// <summary>What the file holds.</summary>
internal sealed record LinearForm(int Version, double BaseMargin, ImmutableArray<FeatureForm> Features, ImmutableArray<TermForm> Terms);

/// <summary>What the file holds of a feature.</summary>
internal sealed record FeatureForm(string Name, FeatureKind Kind);

/// <summary>What the file holds of a term.</summary>
internal sealed record TermForm(string Feature, TermKind Kind, double At, double Mean, double Deviation, double Weight);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LinearForm))]
internal sealed partial class LinearJsonContext : JsonSerializerContext;
