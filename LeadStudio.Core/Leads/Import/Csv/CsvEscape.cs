namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>How a quote character is written inside a quoted cell.</summary>
public enum CsvEscape
{
    /// <summary>The quote is written twice: <c>"5"" pipe"</c>. What nearly all programs do.</summary>
    Doubled,

    /// <summary>The quote, and the backslash itself, has a backslash before it: <c>"5\" pipe"</c>. MySQL and some scripts.</summary>
    Backslash,
}
