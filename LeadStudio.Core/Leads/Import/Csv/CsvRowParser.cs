using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Cuts the text of a buffer into rows and cells.</summary>
/// <remarks>
/// A quote that stands where none may stand is text. If it stands right behind a separator or a line end, then the quoted cell before
/// it was never closed: that cell's opening quote is text as well.
/// </remarks>
internal sealed partial class CsvRowParser(CsvBuffer buffer, CsvDialect dialect, int longestRow)
{
    // No character of a file is a mark and U+FFFF at once, so "none" matches nothing.
    private readonly char _separator = dialect.Separator == CsvDialect.None ? '\uFFFF' : dialect.Separator;
    private readonly char _quote = dialect.Quote == CsvDialect.None ? '\uFFFF' : dialect.Quote;
    private readonly bool _backslash = dialect.Escape == CsvEscape.Backslash;
    private readonly bool _skipSpace = dialect.SpaceAfterSeparator && dialect.Separator != ' ';
    private readonly int _separatorLength = dialect.SeparatorText.Length;
    private readonly char _plainSeparator = dialect.Separator == CsvDialect.None || dialect.SeparatorText.Length > 1 ? '\uFFFF' : dialect.Separator;
    private (int Start, int End)[] _cells = new (int, int)[64];
    private int _next;
    private int _nextMark;
    private int _linesInCells;
    private long _nextLine = 1;
    private long _dropped;
    private bool _skipRestOfLine;

    /// <summary>Gets the number of cells, as the file has them.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the physical line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    public CsvDamage Damage { get; private set; }

    /// <summary>Gets a value indicating whether a quote stands where none may stand.</summary>
    public bool HasStrayQuote { get; private set; }

    /// <summary>Gets the index in the buffer where the row begins.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the index behind the last character of the row; its line end is not part of it.</summary>
    public int End { get; private set; }

    /// <summary>Gets the text of a cell and whether escapes in it must be resolved.</summary>
    public ReadOnlySpan<char> Cell(int index, out bool escaped)
    {
        var (start, end) = _cells[index];
        escaped = start < 0;
        start = escaped ? ~start : start;
        return buffer.Chars.AsSpan(start, end - start);
    }

    /// <summary>Reads the next line that is not empty as a row.</summary>
    /// <returns><see langword="false"/> at the end of the text.</returns>
    public bool Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_skipRestOfLine && !SkipLine(cancellationToken))
            {
                return false;
            }

            if (_next == buffer.Count)
            {
                if (buffer.IsLast)
                {
                    return false;
                }

                More(cancellationToken);
            }
            else if (!Parse())
            {
                if (buffer.Count - _next < longestRow || buffer.IsLast)
                {
                    More(cancellationToken);
                }
                else
                {
                    CutTooLong();
                    return true;
                }
            }
            else if (End > Start)
            {
                return true;
            }
        }
    }

    /// <summary>Passes over whole physical lines, whatever they hold.</summary>
    public void SkipLines(int count, CancellationToken cancellationToken)
    {
        for (var line = 0; line < count; line++)
        {
            if (!SkipLine(cancellationToken))
            {
                return;
            }
        }
    }

    private void More(CancellationToken cancellationToken)
    {
        _dropped += _next;
        buffer.Advance(_next, cancellationToken);
        (_next, _nextMark) = (0, 0);
    }

    private bool Parse()
    {
        var chars = buffer.Chars.AsSpan(0, buffer.Count);
        var marks = buffer.Marks.AsSpan(0, buffer.MarkCount);
        var mark = _nextMark;
        var start = _next;
        (Count, Damage, HasStrayQuote, _linesInCells) = (0, CsvDamage.None, false, 0);
        while (true)
        {
            if (_skipSpace)
            {
                while (start < chars.Length && chars[start] == ' ')
                {
                    start++;
                }
            }

            // Most cells have no quote, so that the next mark ends them.
            if (mark < marks.Length && chars[marks[mark]] == _plainSeparator)
            {
                Add(start, marks[mark]);
                start = marks[mark++] + 1;
                continue;
            }

            if (!ParseCell(chars, marks, start, ref mark, out var at))
            {
                return false;
            }

            if (at < chars.Length && chars[at] == _separator)
            {
                start = at + _separatorLength;
                while (mark < marks.Length && marks[mark] < start)
                {
                    mark++;
                }

                continue;
            }

            return Finish(chars, at, mark);
        }
    }

    // Gives where the separator or the line end behind the cell is. False: the text that is there does not tell.
    private bool ParseCell(ReadOnlySpan<char> chars, ReadOnlySpan<int> marks, int start, ref int mark, out int at)
    {
        var (cell, end) = (start, -1);
        at = chars.Length;
        if (mark < marks.Length && marks[mark] == start && chars[start] == _quote)
        {
            switch (ParseQuoted(chars, marks, start, ref mark, out cell, out end))
            {
                case Quoted.NeedsMore: return false;
                case Quoted.IsText: (cell, end) = (start, -1); break;
                case Quoted.Closed:
                default: break;
            }
        }

        while (mark < marks.Length)
        {
            var next = marks[mark++];
            if (chars[next] is '\n' or '\r' || IsSeparator(chars, next))
            {
                at = next;
                break;
            }

            HasStrayQuote |= chars[next] != _separator;
        }

        if (at + _separatorLength > chars.Length && !buffer.IsLast)
        {
            return false;
        }

        Add(cell, end < 0 ? at : end);
        return true;
    }

    private bool IsSeparator(ReadOnlySpan<char> chars, int at) =>
        chars[at] == _separator && (_separatorLength == 1 || chars[at..].StartsWith(dialect.SeparatorText, StringComparison.Ordinal));

    private bool Finish(ReadOnlySpan<char> chars, int at, int mark)
    {
        var isReturn = at < chars.Length && chars[at] == '\r';
        if (isReturn && at + 1 == chars.Length && !buffer.IsLast)
        {
            return false;
        }

        (Start, End, Line) = (_next, at, _nextLine);
        _next = Math.Min(at + 1, chars.Length);
        _nextMark = mark;
        _nextLine += 1 + _linesInCells;
        if (isReturn && _next < chars.Length && chars[_next] == '\n')
        {
            _next++;
            _nextMark++;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int start, int end)
    {
        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, Count * 2);
        }

        _cells[Count++] = (start, end);
    }

    // The row has no end within the longest row: gives what is there, and goes on at the next line.
    private void CutTooLong()
    {
        (Start, End, Line, Damage) = (_next, buffer.Count, _nextLine, CsvDamage.TooLong);
        _next = buffer.Count;
        _nextMark = buffer.MarkCount;
        _skipRestOfLine = true;
    }

    private bool SkipLine(CancellationToken cancellationToken)
    {
        _skipRestOfLine = true;
        while (true)
        {
            while (_nextMark < buffer.MarkCount)
            {
                var at = buffer.Marks[_nextMark];
                var c = buffer.Chars[at];
                if (c == '\r' && at + 1 == buffer.Count && !buffer.IsLast)
                {
                    break;
                }

                _nextMark++;
                if (c == '\n' || (c == '\r' && !(at + 1 < buffer.Count && buffer.Chars[at + 1] == '\n')))
                {
                    (_next, _skipRestOfLine) = (at + 1, false);
                    _nextLine++;
                    return true;
                }
            }

            _next = _nextMark < buffer.MarkCount ? buffer.Marks[_nextMark] : buffer.Count;
            if (buffer.IsLast)
            {
                return false;
            }

            More(cancellationToken);
        }
    }
}
