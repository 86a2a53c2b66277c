using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Cells;

/// <summary>Turns the cells of one column into values of its field. Not safe for several threads at once.</summary>
internal abstract class CellReader
{
    /// <summary>The longest value of a field that an index or a list of options holds, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>Gets what the column holds, to end the sentence "… is not".</summary>
    public abstract string Expected { get; }

    /// <summary>Says the same of a cell that does not fit, where there is more to say.</summary>
    /// <param name="cell">Its text.</param>
    public virtual string ExpectedOf(ReadOnlySpan<char> cell) => Expected;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">Its text, trimmed and not missing.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text fits the field.</returns>
    public abstract bool TryRead(ReadOnlySpan<char> cell, out FieldValue value);

    /// <summary>Chooses the reader of a column.</summary>
    /// <param name="column">What the column means.</param>
    /// <param name="field">The field that it goes to.</param>
    /// <param name="catalog">The options that there are.</param>
    /// <param name="zone">The zone of times that name none; null for UTC.</param>
    public static CellReader For(ColumnMapping column, Field field, FieldCatalog catalog, TimeZoneInfo? zone) => field switch
    {
        { Key: StandardFields.Outcome } => new OutcomeReader(column.No),
        { Key: StandardFields.Email } => new EmailReader(),
        { Key: StandardFields.ExternalId or StandardFields.Company or StandardFields.CompanyExternalId } => new TextReader(LongestKey),
        { Key: StandardFields.Domain } => new DomainReader(),
        { Type: FieldType.Choice } => new ChoiceReader(new OptionCodes(field, catalog)),
        { Type: FieldType.MultiChoice } => new MultiChoiceReader(new OptionCodes(field, catalog)),
        _ => For(column, field.Type, zone),
    };

    /// <summary>Chooses the reader of a column whose values are no options.</summary>
    /// <param name="column">What the column means.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="zone">The zone of times that name none; null for UTC.</param>
    public static CellReader For(ColumnMapping column, FieldType type, TimeZoneInfo? zone) => type switch
    {
        FieldType.Text => new TextReader(int.MaxValue),
        FieldType.Number => new NumberReader(column.DecimalMark),
        FieldType.Boolean => new BooleanReader(),
        FieldType.Date => new DateReader(column.DateOrder, zone),
        FieldType.Choice or FieldType.MultiChoice or _ => throw new ArgumentOutOfRangeException(nameof(type), type, "These values are options, or of an unknown type."),
    };
}
