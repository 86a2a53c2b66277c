namespace LeadStudio.Core.Leads.Import.Csv;

/// <content>Quoted cells.</content>
internal sealed partial class CsvRowParser
{
    // Before this place in the text no quote of another line closes a cell.
    private long _quotesOpenUntil;

    private enum Quoted
    {
        Closed,
        IsText,
        NeedsMore,
    }

    private Quoted ParseQuoted(ReadOnlySpan<char> chars, ReadOnlySpan<int> marks, int open, ref int mark, out int cell, out int end)
    {
        var first = ++mark;
        var lines = 0;
        var escaped = false;
        var hasStray = false;
        (cell, end) = (open + 1, -1);
        while (mark < marks.Length)
        {
            var at = marks[mark];
            var c = chars[at];
            var hasNext = at + 1 < chars.Length;
            if (!hasNext && !buffer.IsLast)
            {
                return Quoted.NeedsMore;
            }

            if (c == _quote)
            {
                if (!_backslash && hasNext && chars[at + 1] == _quote)
                {
                    escaped = true;
                    mark += 2;
                    continue;
                }

                var behind = at + 1;
                while (behind < chars.Length && chars[behind] == ' ')
                {
                    behind++;
                }

                if (behind + _separatorLength > chars.Length && !buffer.IsLast)
                {
                    return Quoted.NeedsMore;
                }

                if (behind == chars.Length || chars[behind] is '\n' or '\r' || IsSeparator(chars, behind)
                    || (_separator == ' ' && behind > at + 1))
                {
                    (cell, end) = (escaped ? ~cell : cell, at);
                    _linesInCells += lines;
                    mark++;
                    return Quoted.Closed;
                }

                if (at > open + 1 && OpensCell(chars, at, open))
                {
                    break;
                }

                (hasStray, HasStrayQuote) = (true, true);
                mark++;
            }
            else if (_backslash && c == '\\')
            {
                escaped = true;
                mark += mark + 1 < marks.Length && marks[mark + 1] == at + 1 ? 2 : 1;
            }
            else
            {
                if (c == '\n' || (c == '\r' && !(hasNext && chars[at + 1] == '\n')))
                {
                    // A cell with a stray quote ends on its line or was never quoted.
                    if (hasStray)
                    {
                        break;
                    }

                    if (_dropped + open < _quotesOpenUntil)
                    {
                        Damage = CsvDamage.UnclosedQuote;
                        break;
                    }

                    lines++;
                }

                mark++;
            }
        }

        if (mark >= marks.Length)
        {
            if (!buffer.IsLast && buffer.Count - _next < longestRow)
            {
                return Quoted.NeedsMore;
            }

            // Until here no quote of a later row can close either: each is tried on its own line only.
            _quotesOpenUntil = _dropped + buffer.Count;
            Damage = CsvDamage.UnclosedQuote;
        }

        mark = first;
        return Quoted.IsText;
    }

    private bool OpensCell(ReadOnlySpan<char> chars, int at, int open)
    {
        var before = at - 1;
        while (_skipSpace && before > open && chars[before] == ' ')
        {
            before--;
        }

        return before > open && (chars[before] is '\n' or '\r' || (before - open >= _separatorLength && IsSeparator(chars, before + 1 - _separatorLength)));
    }
}
