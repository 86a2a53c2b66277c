using LeadStudio.Core.Conditions;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>The few things that the two databases say differently.</summary>
internal sealed record SqlDialect(DatabaseKind Kind)
{
    // On PostgreSQL the order of texts depends on the server; "C" is SQLite's order, by bytes.
    public string Column(ListColumn column) =>
        (column.Table == ListTable.Leads ? "l." : "s.") + (column.IsText ? Text(column.Column) : column.Column);

    public string Text(string column) => Kind == DatabaseKind.PostgreSql ? $"{column} collate \"C\"" : column;

    public string InTexts(SqlParameters parameters, string expression, IEnumerable<string> values) =>
        Kind == DatabaseKind.PostgreSql
            ? $"{expression} = any({parameters.Add(values.ToArray())})"
            : $"{expression} in (select value from json_each({parameters.Add(Json(values))}))";

    /// <summary>A table <c>j</c> of ids with one column, <c>value</c>.</summary>
    /// <remarks>To be put first in a <c>cross join</c>: SQLite joins in this order then, and looks each lead up by its id.</remarks>
    public string Ids(SqlParameters parameters, IEnumerable<long> ids) =>
        Kind == DatabaseKind.PostgreSql
            ? $"unnest({parameters.Add(ids.ToArray())}) j(value)"
            : $"json_each({parameters.Add($"[{string.Join(',', ids)}]")}) j";

    public string Contains(string text, string part) => Kind == DatabaseKind.PostgreSql ? $"strpos({text}, {part}) > 0" : $"instr({text}, {part}) > 0";

    public string EndsWith(string text, string part) =>
        Kind == DatabaseKind.PostgreSql ? $"right({text}, length({part})) = {part}" : $"substr({text}, -length({part})) = {part}";

    /// <summary>Compares as <see cref="WordMatch"/> does.</summary>
    public string HasWord(string text, string part, string word, SqlParameters parameters)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            return $"{IdScan.WordFunction}({text}, {part})";
        }

        var escaped = string.Concat(word.Select(character => char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) ? $"\\{character}" : character.ToString()));
        var before = WordMatch.IsWordCharacter(word[0]) ? $"(?:^|[^{WordMatch.WordRanges}])" : "";
        var after = WordMatch.IsWordCharacter(word[^1]) ? $"(?:$|[^{WordMatch.WordRanges}])" : "";
        return $"{text} ~ {parameters.Add($"{before}{escaped}{after}")}";
    }

    /// <summary>Compares as <see cref="DomainMatch"/> does.</summary>
    public string MatchesDomain(string text, string domain)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            return $"{IdScan.DomainFunction}({text}, {domain})";
        }

        var host = $"rtrim(split_part(regexp_replace(substring(regexp_replace({text}, '^.*?://', '') from '^[^/?#]*'), '^.*@', ''), ':', 1), '.')";
        return $"({host} = {domain} or right({host}, length({domain}) + 1) = '.' || {domain})";
    }

    private static string Json(IEnumerable<string> values) => System.Text.Json.JsonSerializer.Serialize(values);
}
