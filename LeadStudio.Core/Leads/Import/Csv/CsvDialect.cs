using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>How one CSV file is written. Plain data, so that it can be shown, corrected and stored as JSON.</summary>
public sealed record CsvDialect
{
    /// <summary>Stands in <see cref="Separator"/> or <see cref="Quote"/> where the file has none.</summary>
    public const char None = '\0';

    /// <summary>Gets the encoding: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c>, <c>utf-32</c>, <c>windows-1252</c>, or another name that .NET knows.</summary>
    public string Encoding { get; init; } = CsvEncodings.Utf8Name;

    /// <summary>Gets a value indicating whether the file begins with a byte order mark.</summary>
    public bool HasBom { get; init; }

    /// <summary>Gets the character between two cells, ASCII; <see cref="None"/> for a file of one column.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Gets what follows <see cref="Separator"/> where separators are longer than one character, as in <c>||</c>; else empty.</summary>
    public string SeparatorTail { get; init; } = "";

    /// <summary>Gets the character around cells that hold separators or line ends, ASCII; <see cref="None"/> where quotes mean nothing.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Gets how a quote is written inside a quoted cell.</summary>
    public CsvEscape Escape { get; init; }

    /// <summary>Gets a value indicating whether spaces after a separator do not belong to the cell.</summary>
    public bool SpaceAfterSeparator { get; init; }

    /// <summary>Gets the line end that is written; all are understood when reading, also mixed.</summary>
    public string NewLine { get; init; } = "\r\n";

    /// <summary>Gets the lines above the table (titles, comments) that are skipped. Counts physical lines, 0 or more.</summary>
    public int PreambleLines { get; init; }

    /// <summary>Gets the rows that name the columns: 0 (none), 1, or more that are joined.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Gets the number of columns; 0 takes it from the header or the first row.</summary>
    public int Columns { get; init; }

    /// <summary>Gets the whole text between two cells.</summary>
    internal string SeparatorText => Separator + SeparatorTail;

    /// <summary>Gives the encoding itself.</summary>
    /// <returns>An encoding that never fails: what it cannot read becomes the nearest thing that can be shown.</returns>
    /// <exception cref="ArgumentException">.NET knows no encoding of that name.</exception>
    public Encoding GetEncoding() => CsvEncodings.Get(Encoding);
}
