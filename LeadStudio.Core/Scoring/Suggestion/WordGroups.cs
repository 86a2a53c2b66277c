using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Groups leads by the words of a text that hardly two leads share, such as a job title. A lead is in the group of each of its words.</summary>
internal static class WordGroups
{
    // Longer texts are notes: what they say was often written when the outcome was known.
    private const int LongestText = 80;
    private const int ShortestWord = 2;

    // The 99.9th percentile of chi-square with one degree of freedom: among many words some seem to tell by chance.
    private const double Telling = 10.83;

    /// <summary>Finds the words whose leads win more or less often than the others.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="column">Its texts.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <param name="least">Words of fewer rows are passed over.</param>
    /// <returns>The groups, which overlap; those of most leads first.</returns>
    public static IReadOnlyList<ValueGroup> Of(FactDescription fact, TextColumn column, bool[] won, int least)
    {
        var codes = column.Codes.ToArray();
        var rowsOf = Enumerable.Range(0, codes.Length).Where(row => codes[row] >= 0).ToLookup(row => codes[row]);
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var rows in rowsOf.Where(rows => column.Distinct[rows.Key].Length <= LongestText))
        {
            foreach (var word in WordMatch.Words(column.Distinct[rows.Key].ToString()).Where(IsWord).Distinct(StringComparer.Ordinal))
            {
                if (!words.TryGetValue(word, out var known))
                {
                    words.Add(word, known = []);
                }

                known.AddRange(rows);
            }
        }

        return
        [
            .. words.Where(word => word.Value.Count >= least && Distance(word.Value, won) > Telling)
                .OrderByDescending(word => word.Value.Count)
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Select(word => new ValueGroup(new Predicate(fact.Key, Operator.HasWord, [word.Key]), [.. word.Value.Order()])),
        ];
    }

    private static bool IsWord(string text) => text.Length >= ShortestWord && !text.All(char.IsDigit);

    private static double Distance(List<int> rows, bool[] won)
    {
        var (held, all) = (rows.Count(row => won[row]), won.Count(isWon => isWon));
        return NeighbourMerge.Distance((held, rows.Count), (all - held, won.Length - rows.Count));
    }
}
