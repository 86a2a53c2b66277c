using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>The JSON form of a <see cref="TableEncoder"/>.</summary>
public static class TableEncoderJson
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>Writes an encoder.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <returns>The JSON text.</returns>
    public static string Print(TableEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        return JsonSerializer.Serialize(
            new EncoderForm(
                Version,
                [.. encoder.Encodings.Select(encoding => new ColumnForm(encoding.Name, encoding.Kind, encoding.Levels, encoding.Rare))],
                encoder.LeftOut),
            EncoderJsonContext.Default.EncoderForm);
    }

    /// <summary>Reads an encoder.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The encoder, or <see cref="ModelFileRefused"/>.</returns>
    public static Result<TableEncoder> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var form = JsonSerializer.Deserialize(json, EncoderJsonContext.Default.EncoderForm) ?? throw new JsonException("It is null.");
            return FindProblem(form) is { } problem
                ? new ModelFileRefused($"The encoder of the model is damaged: {problem}. Take the file again from where it was saved.")
                : new TableEncoder([.. form.Columns.Select(column => new ColumnEncoding(column.Name, column.Kind, column.Levels, column.Rare))], form.LeftOut);
        }
        catch (JsonException problem)
        {
            return new ModelFileRefused($"This is no encoder of a model: {problem.Message} Take the file again from where it was saved.");
        }
    }

    private static string? FindProblem(EncoderForm form)
    {
        if (form.Version != Version)
        {
            return $"it has the version {form.Version}, and this program reads version {Version}";
        }

        if (form.Columns.IsDefaultOrEmpty || form.LeftOut.IsDefault || form.LeftOut.Any(column => column is null))
        {
            return "it has no columns";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return form.Columns.Select(column => FindProblem(column, names)).FirstOrDefault(problem => problem is not null);
    }

    private static string? FindProblem(ColumnForm? column, HashSet<string> names)
    {
        if (column is null || column.Name.Length == 0 || !names.Add(column.Name))
        {
            return "a column has no name of its own";
        }

        if (column.Levels.IsDefault || column.Rare.IsDefault || column.Kind is not (CellKind.Number or CellKind.Boolean or CellKind.Date or CellKind.Text))
        {
            return $"\"{column.Name}\" is not whole";
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        return column.Kind != CellKind.Text && column.Levels.Length + column.Rare.Length > 0 ? $"\"{column.Name}\" is no text and has categories"
            : column.Levels.Length >= Feature.MostCategories ? $"\"{column.Name}\" has more than {Feature.MostCategories} categories"
            : column.Levels.Concat(column.Rare).Any(text => text is null || !texts.Add(text)) ? $"\"{column.Name}\" has a category twice, or one without a text"
            : null;
    }
}

/// <summary>What the file holds.</summary>
internal sealed record EncoderForm(int Version, ImmutableArray<ColumnForm> Columns, ImmutableArray<LeftOutColumn> LeftOut);

/// <summary>What the file holds of a column.</summary>
internal sealed record ColumnForm(string Name, CellKind Kind, ImmutableArray<string> Levels, ImmutableArray<string> Rare);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EncoderForm))]
internal sealed partial class EncoderJsonContext : JsonSerializerContext;
