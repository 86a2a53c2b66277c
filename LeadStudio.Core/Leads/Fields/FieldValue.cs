namespace LeadStudio.Core.Leads.Fields;

/// <summary>A value of a field as it is stored: a text or a number, by the field's type.</summary>
/// <param name="Text">For texts the text; for a multi-choice the codes, as in <c>|3|17|</c>; else null.</param>
/// <param name="Number">A number as it is, a boolean as 0 or 1, a date as UTC microseconds, a choice as its option's code; else NaN.</param>
public readonly record struct FieldValue(string? Text, double Number)
{
    /// <summary>Gets the missing value.</summary>
    public static FieldValue Empty { get; } = new(null, double.NaN);

    /// <summary>Gets a value indicating whether there is none.</summary>
    public bool IsEmpty => Text is null && double.IsNaN(Number);

    /// <summary>Makes a text; an empty one is missing.</summary>
    /// <param name="text">The text. The character NUL is left out: not every database can store it.</param>
    /// <returns>The value.</returns>
    public static FieldValue Of(string? text)
    {
        text = text?.Contains('\0', StringComparison.Ordinal) == true ? text.Replace("\0", "", StringComparison.Ordinal) : text;
        return string.IsNullOrEmpty(text) ? Empty : new(text, double.NaN);
    }

    /// <summary>Makes a number.</summary>
    /// <param name="number">The number; NaN is missing.</param>
    /// <returns>The value.</returns>
    public static FieldValue Of(double number) => new(null, number);

    /// <summary>Makes a boolean.</summary>
    /// <param name="flag">The flag.</param>
    /// <returns>The value.</returns>
    public static FieldValue Of(bool flag) => new(null, flag ? 1 : 0);

    /// <summary>Makes a multi-choice.</summary>
    /// <param name="codes">The options' codes, in any order.</param>
    /// <returns>The value.</returns>
    public static FieldValue OfCodes(IEnumerable<int> codes)
    {
        var sorted = codes.Distinct().Order().ToList();
        return sorted.Count == 0 ? Empty : new($"|{string.Join('|', sorted)}|", double.NaN);
    }

    /// <summary>Reads the codes of a multi-choice.</summary>
    /// <returns>The codes, ascending; none where the value is missing.</returns>
    public IReadOnlyList<int> ToCodes() =>
        Text is null ? [] : [.. Text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => int.Parse(code, System.Globalization.CultureInfo.InvariantCulture))];
}
