using System.Buffers;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>What a cell looks like, roughly: enough to tell a right way of cutting a file from a wrong one.</summary>
internal enum CsvCellKind
{
    Empty,
    Number,
    DateOrTime,
    Email,
    Url,
    Code,
    Words,
    Odd,
}

/// <summary>Tells kinds of cells apart.</summary>
internal static class CsvCellKinds
{
    private static readonly SearchValues<char> s_numeric = SearchValues.Create("0123456789.,+-%$€£¥()eE '\u00A0\u202F");
    private static readonly SearchValues<char> s_temporal = SearchValues.Create("0123456789:/.-TZ+ ");
    private static readonly SearchValues<char> s_signs = SearchValues.Create("$€£¥()%");
    private static readonly SearchValues<char> s_odd = SearchValues.Create("\"\t|;^~\u0000\n\r");

    /// <summary>Looks at a cell.</summary>
    /// <param name="cell">The text between two separators, without its quotes.</param>
    public static CsvCellKind Of(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty)
        {
            return CsvCellKind.Empty;
        }

        if (cell.ContainsAnyInRange('0', '9'))
        {
            if (!cell.ContainsAnyExcept(s_numeric) && IsNumber(cell))
            {
                return CsvCellKind.Number;
            }

            if (!cell.ContainsAnyExcept(s_temporal) && char.IsAsciiDigit(cell[0]) && cell.Length <= 35 && cell.ContainsAny(":/.-"))
            {
                return CsvCellKind.DateOrTime;
            }
        }

        if (cell.ContainsAny(s_odd))
        {
            return CsvCellKind.Odd;
        }

        if (cell.Contains(' '))
        {
            return CsvCellKind.Words;
        }

        if (cell.StartsWith("http", StringComparison.OrdinalIgnoreCase) && cell.Contains("://", StringComparison.Ordinal))
        {
            return CsvCellKind.Url;
        }

        return cell.IndexOf('@') is > 0 and var at && at < cell.Length - 1 ? CsvCellKind.Email : CsvCellKind.Code;
    }

    // Signs, currency and brackets aside: digits, with at most one more than the group separators of one kind.
    private static bool IsNumber(ReadOnlySpan<char> cell)
    {
        var body = cell.Trim("+-$€£¥()% ");
        return !body.IsEmpty && (char.IsAsciiDigit(body[0]) || body[0] is '.' or ',')
            && body.LastIndexOfAny('-', '+') is < 0 or > 1
            && body.Count('-') <= 1
            && !body.ContainsAny(s_signs);
    }
}
