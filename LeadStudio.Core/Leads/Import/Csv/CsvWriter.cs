using System.Buffers;
using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Writes rows in a given dialect, so that <see cref="CsvReader"/> reads the same cells back.</summary>
/// <remarks>
/// The preamble of the dialect is not written. A dialect without a quote character cannot hold separators and line ends in a cell:
/// they become spaces. Not safe for several threads at once.
/// </remarks>
public sealed class CsvWriter
{
    private readonly Stream _stream;
    private readonly CsvDialect _dialect;
    private readonly Encoding _encoding;
    private readonly bool _guardFormulas;
    private readonly SearchValues<char> _special;
    private readonly StringBuilder _row = new();

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to write. It stays open.</param>
    /// <param name="dialect">How to write.</param>
    /// <param name="guardFormulas">
    /// Whether to put an apostrophe before cells that a spreadsheet would run as a formula; see <see cref="FormulaGuard"/>.
    /// </param>
    public CsvWriter(Stream stream, CsvDialect dialect, bool guardFormulas = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dialect);
        (_stream, _dialect, _guardFormulas) = (stream, dialect, guardFormulas);
        _encoding = dialect.GetEncoding();
        _special = SearchValues.Create(['\n', '\r', '\uFEFF', dialect.Separator, dialect.Quote, .. dialect.Escape == CsvEscape.Backslash ? "\\" : ""]);
        if (dialect.HasBom)
        {
            _stream.Write(_encoding.Preamble);
        }
    }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">Its cells; <see langword="null"/> is written as an empty one.</param>
    public void Write(params ReadOnlySpan<string?> cells)
    {
        _row.Clear();
        for (var column = 0; column < cells.Length; column++)
        {
            if (column > 0)
            {
                _row.Append(_dialect.Separator == CsvDialect.None ? " " : _dialect.SeparatorText).Append(_dialect.SpaceAfterSeparator ? " " : "");
            }

            Append(_guardFormulas ? FormulaGuard.Add(cells[column] ?? "") : cells[column] ?? "", mustQuote: cells.Length == 1);
        }

        _row.Append(_dialect.NewLine);
        _stream.Write(_encoding.GetBytes(_row.ToString()));
    }

    private void Append(string cell, bool mustQuote)
    {
        var isSpecial = cell.AsSpan().ContainsAny(_special) || cell.StartsWith(' ') || cell.EndsWith(' ');
        if (_dialect.Quote == CsvDialect.None)
        {
            _row.Append(isSpecial ? cell.Replace('\n', ' ').Replace('\r', ' ').Replace(_dialect.Separator, ' ') : cell);
            return;
        }

        if (!isSpecial && !(mustQuote && cell.Length == 0))
        {
            _row.Append(cell);
            return;
        }

        var quote = _dialect.Quote.ToString();
        var escaped = _dialect.Escape == CsvEscape.Backslash
            ? cell.Replace("\\", "\\\\").Replace(quote, "\\" + quote)
            : cell.Replace(quote, quote + quote);
        _row.Append(quote).Append(escaped).Append(quote);
    }
}
