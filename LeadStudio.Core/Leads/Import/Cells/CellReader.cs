using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Cells;

/// <summary>Turns the cells of one column into values of its field. Not safe for several threads at once.</summary>
internal abstract class CellReader
{
    /// <summary>The longest value of a field that an index or a list of options holds, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>Gets what the column holds, to end the sentence "… is not".</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">Its text, trimmed and not missing.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text fits the field.</returns>
    public abstract bool TryRead(ReadOnlySpan<char> cell, out FieldValue value);

    /// <summary>Chooses the reader of a column.</summary>
    /// <param name="column">What the column means.</param>
    /// <param name="field">The field that it goes to.</param>
    /// <param name="catalog">The options that there are.</param>
    public static CellReader For(ColumnMapping column, Field field, FieldCatalog catalog) => field switch
    {
        { Key: StandardFields.Outcome } => new OutcomeReader(column.No),
        { Key: StandardFields.Email } => new EmailReader(),
        { Key: StandardFields.ExternalId or StandardFields.Company } => new TextReader(LongestKey),
        { Key: StandardFields.Domain } => new DomainReader(),
        { Type: FieldType.Text } => new TextReader(int.MaxValue),
        { Type: FieldType.Number } => new NumberReader(column.DecimalMark),
        { Type: FieldType.Boolean } => new BooleanReader(),
        { Type: FieldType.Date } => new DateReader(column.DateOrder),
        { Type: FieldType.Choice } => new ChoiceReader(new OptionCodes(field, catalog)),
        { Type: FieldType.MultiChoice } => new MultiChoiceReader(new OptionCodes(field, catalog)),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
    };
}
