using System.Globalization;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;

namespace LeadStudio.Features.Fields;

/// <summary>Names what fields are, for people.</summary>
public static class FieldWords
{
    /// <summary>Gets the types, in the order in which to offer them.</summary>
    public static IReadOnlyList<FieldType> Types { get; } = Enum.GetValues<FieldType>();

    /// <summary>Gets the write policies, in the order in which to offer them.</summary>
    public static IReadOnlyList<WritePolicy> Policies { get; } = Enum.GetValues<WritePolicy>();

    /// <summary>Names a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name.</returns>
    public static string Name(this FieldType type) => type switch
    {
        FieldType.Text => "Text",
        FieldType.Number => "Number",
        FieldType.Boolean => "Yes or no",
        FieldType.Date => "Date",
        FieldType.Choice => "Choice",
        FieldType.MultiChoice => "Multi-choice",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };

    /// <summary>Names a write policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The name.</returns>
    public static string Name(this WritePolicy policy) => policy switch
    {
        WritePolicy.NewestWins => "Newest wins",
        WritePolicy.FillIfEmpty => "First stays",
        WritePolicy.SourcePriority => "By source",
        WritePolicy.LockedByPerson => "People first",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown write policy."),
    };

    /// <summary>Explains a write policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>A sentence.</returns>
    public static string Explain(this WritePolicy policy) => policy switch
    {
        WritePolicy.NewestWins => "The value that was true last at its source wins.",
        WritePolicy.FillIfEmpty => "The first value stays until a person changes it.",
        WritePolicy.SourcePriority => "The source of the highest rank wins: people, then files, then demo data.",
        WritePolicy.LockedByPerson => "The newest wins, but once a person has set it only people change it.",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown write policy."),
    };

    /// <summary>Says how many of the leads have a value.</summary>
    /// <param name="figures">The field's figures.</param>
    /// <param name="leads">How many leads there are.</param>
    /// <returns>Whole percent; below 1 and above 99 only where that is not all or nothing.</returns>
    public static int FillRate(FieldFigures figures, long leads)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return leads == 0 || figures.Filled == 0 ? 0
            : figures.Filled == leads ? 100
            : Math.Clamp((int)Math.Round(100.0 * figures.Filled / leads), 1, 99);
    }

    /// <summary>Says how many different values there are.</summary>
    /// <param name="figures">The field's figures.</param>
    /// <returns>A number; "about" where it is an estimate.</returns>
    public static string Distinct(FieldFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return string.Create(CultureInfo.InvariantCulture, $"{(figures.IsAbout ? "about " : "")}{figures.Distinct:N0}");
    }

    /// <summary>Says a number of leads.</summary>
    /// <param name="count">The number.</param>
    /// <returns>"1 lead", "1,200 leads".</returns>
    public static string Leads(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "lead" : "leads")}");
}
