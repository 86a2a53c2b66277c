namespace LeadStudio.Core.Conditions;

/// <summary>One token of the text form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word or symbol as written, or a quoted text without its quotes.</param>
/// <param name="Column">Where it starts, from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Column)
{
    /// <summary>Whether this is the keyword, in any case.</summary>
    public bool Is(string keyword) =>
        Kind is FilterTokenKind.Word or FilterTokenKind.Symbol && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

internal enum FilterTokenKind
{
    Word,
    Number,
    QuotedText,
    QuotedField,
    Symbol,
    End,
}
