namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Finds the quote character of a sample and how it is written inside a cell, given the separator.</summary>
internal static class CsvQuoteGuess
{
    public static CsvDialect Guess(ReadOnlySpan<char> text, char separator)
    {
        var dialect = new CsvDialect { Separator = separator };
        var doubles = Pairs(text, separator, '"');
        var singles = Pairs(text, separator, '\'');
        return singles > 1 && singles > doubles * 2
            ? dialect with { Quote = '\'', Escape = EscapeOf(text, separator, '\'') }
            : dialect with { Escape = EscapeOf(text, separator, '"') };
    }

    // Quotes that open a cell, or those that close one, whichever are fewer.
    private static int Pairs(ReadOnlySpan<char> text, char separator, char quote)
    {
        var (opening, closing) = (0, 0);
        for (var index = text.IndexOf(quote); index >= 0; index = NextIndex(text, quote, index))
        {
            opening += IsEdge(Before(text, index), separator) ? 1 : 0;
            closing += IsEdge(After(text, index), separator) ? 1 : 0;
        }

        return Math.Min(opening, closing);
    }

    private static CsvEscape EscapeOf(ReadOnlySpan<char> text, char separator, char quote)
    {
        var (backslashes, doubled) = (0, 0);
        for (var index = text.IndexOf(quote); index >= 0; index = NextIndex(text, quote, index))
        {
            if (Before(text, index) == '\\')
            {
                // "C:\", is the end of a path; 5\" pipe is not.
                backslashes += IsEdge(After(text, index), separator) ? 0 : 1;
            }
            else if (After(text, index) == quote && !IsEdge(Before(text, index), separator))
            {
                doubled++;
                index++;
            }
        }

        return backslashes > doubled ? CsvEscape.Backslash : CsvEscape.Doubled;
    }

    private static bool IsEdge(char c, char separator) => c == separator || c is '\n' or '\r';

    private static char Before(ReadOnlySpan<char> text, int index) => index == 0 ? '\n' : text[index - 1];

    private static char After(ReadOnlySpan<char> text, int index) => index + 1 >= text.Length ? '\n' : text[index + 1];

    private static int NextIndex(ReadOnlySpan<char> text, char quote, int index) =>
        index + 1 < text.Length && text[(index + 1)..].IndexOf(quote) is >= 0 and var next ? index + 1 + next : -1;
}
