using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Companies;

namespace LeadStudio.Features.Import;

/// <summary>One column on its way from a suggestion to what the user wants.</summary>
/// <param name="guess">The suggestion.</param>
/// <param name="targets">The fields that there are.</param>
/// <param name="remembered">What such a column meant last time; null where that is unknown.</param>
public sealed class ColumnDraft(ColumnGuess guess, ImportTargets targets, ColumnMapping? remembered = null)
{
    /// <summary>Stands for no field.</summary>
    public const string Ignore = "!ignore";

    /// <summary>Stands for a field to add.</summary>
    public const string NewField = "!new";

    /// <summary>Stands for the first and the last name.</summary>
    public const string FullName = "!name";

    /// <summary>Gets the suggestion.</summary>
    public ColumnGuess Guess => guess;

    /// <summary>Gets or sets what the column means.</summary>
    public ColumnMapping Mapping { get; set; } = remembered ?? guess.Mapping;

    /// <summary>Gets a value indicating whether the file is of companies.</summary>
    public bool IsOfCompanies => targets.About == ImportSubject.Companies;

    /// <summary>Gets or sets where the values go: a field's key, or one of the constants.</summary>
    public string Target
    {
        get => Mapping.Use switch
        {
            ColumnUse.Ignore => Ignore,
            ColumnUse.NewField => NewField,
            ColumnUse.FullName => FullName,
            ColumnUse.Field => Mapping.Field!,
            _ => throw new InvalidOperationException($"Unknown use {Mapping.Use} of a column."),
        };
        set => Mapping = value switch
        {
            Ignore => Mapping with { Use = ColumnUse.Ignore, Field = null },
            NewField => Mapping with { Use = ColumnUse.NewField, Field = null },
            FullName => Mapping with { Use = ColumnUse.FullName, Field = null },
            _ => Mapping with { Use = ColumnUse.Field, Field = value },
        };
    }

    /// <summary>Gets a value indicating whether the values become dates.</summary>
    public bool IsDate => TypeOfTarget == FieldType.Date;

    /// <summary>Gets a value indicating whether the values become the outcome.</summary>
    public bool IsOutcome => Target == StandardFields.Outcome;

    /// <summary>Gets a value indicating whether the values become numbers.</summary>
    public bool IsNumber => TypeOfTarget == FieldType.Number;

    /// <summary>Gets a value indicating whether the values are percentages.</summary>
    public bool HasPercentages => guess.Samples.Any(sample => sample.TrimEnd().EndsWith('%'));

    /// <summary>Gets a value indicating whether an empty cell may clear the value; a field to add has none that it could clear.</summary>
    public bool MayClear => Mapping.Use == ColumnUse.FullName
        || (Mapping is { Use: ColumnUse.Field, Field: { } key } && (IsOfCompanies ? CompanyMappingRules.MayClear(key) : MappingRules.MayClear(key)));

    /// <summary>Gets how sure the suggestion is, in a word; null where the user changed it, now or last time.</summary>
    public string? Sureness =>
        remembered is not null || !Equals(Mapping.Field, guess.Mapping.Field) || Mapping.Use != guess.Mapping.Use ? null
        : Mapping.Use is ColumnUse.Ignore or ColumnUse.NewField ? null
        : guess.Confidence >= 0.9 ? "Sure" : guess.Confidence >= 0.7 ? "Likely" : "Guess";

    private FieldType? TypeOfTarget => Mapping.Use switch
    {
        ColumnUse.NewField => Mapping.Type,
        ColumnUse.Field => targets.Find(Mapping.Field)?.Type,
        ColumnUse.Ignore or ColumnUse.FullName => null,
        _ => throw new InvalidOperationException($"Unknown use {Mapping.Use} of a column."),
    };
}
