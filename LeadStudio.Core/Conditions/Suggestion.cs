using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Guesses what somebody meant to write.</summary>
internal static class Suggestion
{
    /// <summary>Gives the end of a sentence: ": did you mean 'Germany'?", or a full stop where nothing is near.</summary>
    public static string For(string written, IEnumerable<string> known)
    {
        // Long texts are no typing mistakes, and their comparison costs the product of both lengths.
        var folded = Folding.Fold(written);
        var nearest = folded.Length > 64
            ? default
            : known.Where(candidate => candidate.Length <= 64)
                .Select(candidate => (Candidate: candidate, Distance: Distance(folded, Folding.Fold(candidate))))
                .DefaultIfEmpty()
                .MinBy(item => item.Distance);
        return nearest.Candidate is not null && nearest.Distance <= Math.Max(1, (folded.Length + 1) / 3) ? $": did you mean '{nearest.Candidate}'?" : ".";
    }

    // Levenshtein, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
