namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Joins neighbouring groups of leads whose shares of won leads could well be the same.</summary>
/// <remarks>Bottom-up merge by the chi-square test of two rows. Source: R. Kerber, "ChiMerge: Discretization of Numeric Attributes", AAAI (1992) 123-128.</remarks>
internal static class NeighbourMerge
{
    // The 99th percentile of chi-square with one degree of freedom.
    private const double Different = 6.635;

    /// <summary>Merges.</summary>
    /// <param name="groups">Per group the won leads and all leads, in the order in which they are neighbours.</param>
    /// <param name="most">No more groups than these remain.</param>
    /// <returns>The first and last index of each merged group, in order.</returns>
    public static IReadOnlyList<(int First, int Last)> Merge(IReadOnlyList<(int Won, int Leads)> groups, int most)
    {
        var ranges = Enumerable.Range(0, groups.Count).Select(index => (First: index, Last: index)).ToList();
        var sums = groups.ToList();
        while (ranges.Count > 1)
        {
            var closest = Enumerable.Range(0, ranges.Count - 1).MinBy(index => Distance(sums[index], sums[index + 1]));
            if (ranges.Count <= most && Distance(sums[closest], sums[closest + 1]) > Different)
            {
                break;
            }

            ranges[closest] = (ranges[closest].First, ranges[closest + 1].Last);
            sums[closest] = (sums[closest].Won + sums[closest + 1].Won, sums[closest].Leads + sums[closest + 1].Leads);
            ranges.RemoveAt(closest + 1);
            sums.RemoveAt(closest + 1);
        }

        return ranges;
    }

    /// <summary>Computes the chi-square statistic of the table of won and lost in two groups.</summary>
    public static double Distance((int Won, int Leads) a, (int Won, int Leads) b)
    {
        double won = a.Won + b.Won, leads = a.Leads + b.Leads;
        var share = won / leads;
        if (a.Leads == 0 || b.Leads == 0 || share is 0 or 1)
        {
            return 0;
        }

        var difference = ((double)a.Won / a.Leads) - ((double)b.Won / b.Leads);
        return difference * difference / (share * (1 - share) * ((1.0 / a.Leads) + (1.0 / b.Leads)));
    }
}
