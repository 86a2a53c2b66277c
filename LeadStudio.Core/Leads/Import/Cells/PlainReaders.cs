using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import.Cells;

internal sealed class TextReader(int longest) : CellReader
{
    public override string Expected => $"at most {longest} characters long";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var fits = cell.Length <= longest;
        value = fits ? FieldValue.Of(cell.ToString()) : FieldValue.Empty;
        return fits;
    }
}

// "Ann Maria Lee" and "Lee, Ann Maria" are the same; a single name is a last name.
internal sealed class NamePartReader(bool isFirst) : CellReader
{
    public override string Expected => "a name";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var comma = cell.IndexOf(',');
        var space = cell.LastIndexOf(' ');
        var (first, last) = comma >= 0 ? ((comma + 1)..cell.Length, 0..comma)
            : space >= 0 ? (0..space, (space + 1)..cell.Length)
            : (0..0, 0..cell.Length);
        value = FieldValue.Of(cell[isFirst ? first : last].Trim().ToString());
        return true;
    }
}

// Whether it is an address is told where the lead is looked for.
internal sealed class EmailReader : CellReader
{
    public override string Expected => "an e-mail address";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        value = FieldValue.Of(EmailAddress.Clean(cell.ToString()));
        return true;
    }
}

// "https://www.example.com/shop" is the company with the domain example.com.
internal sealed class DomainReader : CellReader
{
    public override string Expected => $"a domain of at most {LongestKey} characters";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var start = cell.IndexOf("://", StringComparison.Ordinal);
        var host = start < 0 ? cell : cell[(start + 3)..];
        host = host.IndexOfAny('/', '?', '#') is >= 0 and var end ? host[..end] : host;
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        value = FieldValue.Of(host.Length <= LongestKey ? host.ToString().ToLowerInvariant() : null);
        return host.Length <= LongestKey;
    }
}

internal sealed class NumberReader(DecimalMark mark) : CellReader
{
    public override string Expected => "a number";

    public override string ExpectedOf(ReadOnlySpan<char> cell) =>
        NumberParser.IsTooLong(cell, mark) ? "kept exactly as a number, since it has more than 15 digits. Import the column as a text" : Expected;

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var fits = NumberParser.TryParse(cell, mark, out var number);
        value = fits ? FieldValue.Of(number) : FieldValue.Empty;
        return fits;
    }
}

internal sealed class BooleanReader : CellReader
{
    public override string Expected => "yes or no";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var fits = BooleanParser.TryParse(cell, out var flag);
        value = fits ? FieldValue.Of(flag) : FieldValue.Empty;
        return fits;
    }
}

internal sealed class DateReader(DateOrder order, TimeZoneInfo? zone) : CellReader
{
    public override string Expected => order == DateOrder.DayFirst ? "a date, read as day-month-year" : "a date, read as month-day-year";

    public override bool TryRead(ReadOnlySpan<char> cell, out FieldValue value)
    {
        var fits = InstantParser.TryParse(cell, order, zone, out var instant) || InstantParser.TryParseEpoch(cell, out instant);
        value = fits ? FieldValue.Of(instant) : FieldValue.Empty;
        return fits;
    }
}
