namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>How well a ranking puts won leads before lost ones.</summary>
public static class RankQuality
{
    /// <summary>Computes the area under the ROC curve of groups, ranked by their rate.</summary>
    /// <remarks>Equal to the share of pairs (a won, a lost) that are ranked right, ties counting half: the Mann-Whitney statistic.
    /// Source: J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29-36.</remarks>
    /// <param name="groups">Per group the won leads and all leads.</param>
    /// <returns>0.5 (no order) to 1 (perfect); 0.5 where there are no two classes.</returns>
    public static double Auc(IReadOnlyCollection<(int Won, int Leads)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Auc(groups.Where(group => group.Leads > 0).OrderBy(group => (double)group.Won / group.Leads));
    }

    /// <summary>Computes the area under the ROC curve of a score.</summary>
    /// <param name="scored">Per lead its score and whether it was won.</param>
    /// <returns>0 to 1; 0.5 where there are no two classes.</returns>
    public static double Auc(IEnumerable<(int Score, bool Won)> scored) =>
        Auc(scored.GroupBy(lead => lead.Score).OrderBy(group => group.Key).Select(group => (group.Count(lead => lead.Won), group.Count())));

    private static double Auc(IEnumerable<(int Won, int Leads)> ascending)
    {
        double right = 0, lostBefore = 0, wins = 0;
        foreach (var (won, leads) in ascending)
        {
            var lost = leads - won;
            right += won * (lostBefore + (lost / 2.0));
            lostBefore += lost;
            wins += won;
        }

        return wins == 0 || lostBefore == 0 ? 0.5 : right / (wins * lostBefore);
    }
}
