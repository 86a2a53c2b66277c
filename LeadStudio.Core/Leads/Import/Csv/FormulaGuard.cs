using System.Buffers;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Keeps spreadsheets from running a cell as a formula: an apostrophe before it makes it a text.</summary>
/// <remarks>
/// Cells that begin with = + - @, tab or carriage return are guarded, unless they are a number or a phone. So are cells that look guarded
/// already, so that <see cref="Remove"/> gives back every cell as it was.
/// </remarks>
public static class FormulaGuard
{
    private const char Mark = '\'';
    private static readonly SearchValues<char> s_numberOrPhone = SearchValues.Create("0123456789+-.,()/ %€$£¥:\u00A0\u202F");

    /// <summary>Guards a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The cell, with an apostrophe before it where it needs one.</returns>
    public static string Add(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return IsRisky(cell.AsSpan().TrimStart(Mark)) ? Mark + cell : cell;
    }

    /// <summary>Takes the guard off a cell.</summary>
    /// <param name="cell">The cell as <see cref="Add"/> gave it.</param>
    /// <returns>The cell as it was.</returns>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> cell) => cell is [Mark, ..] && IsRisky(cell.TrimStart(Mark)) ? cell[1..] : cell;

    private static bool IsRisky(ReadOnlySpan<char> cell) => !cell.IsEmpty && cell[0] switch
    {
        '=' or '@' or '\t' or '\r' => true,
        '+' or '-' => cell.ContainsAnyExcept(s_numberOrPhone),
        _ => false,
    };
}
