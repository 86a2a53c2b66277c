using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Tells fields that may know the outcome itself: in practice they were filled in after it was known.</summary>
internal static class Suspicion
{
    // Above this a field alone all but decides.
    private const double SuspiciousAuc = 0.9;
    private const double NearlyAll = 0.9;
    private const int LeastFilled = 20;

    /// <summary>Looks at a field.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="table">The closed leads.</param>
    /// <param name="won">The outcome of each.</param>
    /// <param name="auc">How well the field alone ranks won before lost.</param>
    /// <returns>Why it is suspect, as a sentence; null where it is above suspicion.</returns>
    public static string? Of(FactDescription fact, FactTable table, bool[] won, double auc)
    {
        var (empty, filled) = ValueGroups.Presence(fact, table);
        var wins = filled.Count(row => won[row]);
        var share = won.Count(isWon => isWon) / (double)won.Length;
        if (filled.Length >= LeastFilled && empty.Length >= LeastFilled)
        {
            var rate = WilsonInterval.For(wins, filled.Length);
            if (rate.Lower > NearlyAll && rate.Lower > (1 + share) / 2)
            {
                return $"{fact.Label} is filled in almost only for won leads ({wins:N0} of {filled.Length:N0}). It was probably filled in afterwards, when it can no longer foretell.";
            }

            if (rate.Upper < 1 - NearlyAll && rate.Upper < share / 4)
            {
                return $"{fact.Label} is filled in almost only for lost leads ({filled.Length - wins:N0} of {filled.Length:N0}). It was probably filled in afterwards, when it can no longer foretell.";
            }
        }

        return auc < SuspiciousAuc ? null
            : $"{fact.Label} alone nearly decides the outcome: it ranks {auc * 100:0} of 100 pairs of a won and a lost lead right. It may have been filled in afterwards, when it can no longer foretell.";
    }
}
