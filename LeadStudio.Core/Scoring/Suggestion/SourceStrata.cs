using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Tells rules that only tell one source of leads from another: between the sources they have a lift, inside them none.</summary>
/// <remarks>
/// A rule is judged inside each source, and the judgements are put together: the significance by the test of Mantel and Haenszel, the
/// strength by their odds ratio. Source: N. Mantel, W. Haenszel, J. Natl. Cancer Inst. 22 (1959) 719-748. A source of which all or none of
/// the leads meet the rule, or all or none were won, has no say. A lead's source is the file or person that it first came from.
/// </remarks>
/// <param name="sources">The source of each lead, as numbers from 0.</param>
/// <param name="won">The outcome of each lead.</param>
internal sealed class SourceStrata(int[] sources, bool[] won)
{
    // A rule must keep this share of its strength, in log odds, inside the sources.
    private const double LeastKept = 0.5;

    // Sources are uneven in what they fill in if one has a value this much more often than another, as a ratio of its leads.
    private const double Uneven = 0.5;

    private readonly int[] _one = new int[sources.Length];

    // Where most leads are of sources that have only won or only lost ones, nothing can be judged inside.
    private readonly bool _canJudge = MixedLeads(sources, won) * 2 >= sources.Length;
    private readonly int _count = sources.Length == 0 ? 0 : sources.Max() + 1;

    /// <summary>Says whether a rule has its lift inside the sources too.</summary>
    /// <param name="rows">The leads that meet the rule.</param>
    /// <returns>Whether it has; always where there is one source, or where nothing can be judged inside.</returns>
    public bool HoldsInside(int[] rows)
    {
        if (_count < 2 || !_canJudge)
        {
            return true;
        }

        var (all, inside) = (Judge(_one, 1, rows), Judge(sources, _count, rows));
        return Math.Sign(all.LogOdds) == Math.Sign(inside.LogOdds)
            && Math.Abs(inside.LogOdds) >= LeastKept * Math.Abs(all.LogOdds)
            && inside.Deviations >= Math.Min(WilsonInterval.Z95, all.Deviations / 2);
    }

    /// <summary>Says why no rule on a field is to be trusted.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="filled">The leads that have a value.</param>
    /// <returns>A sentence or two.</returns>
    public string Complaint(FactDescription fact, int[] filled)
    {
        var (least, most) = Filled(filled);
        var start = $"{fact.Label} only tells leads of one source from those of another; among leads of the same source it foretells nothing.";
        return most - least < Uneven ? start : $"{start} One source fills it in for {most * 100:0} of 100 leads, another for {least * 100:0}.";
    }

    // The least and the greatest share of leads for whom a source fills a field in.
    private (double Least, double Most) Filled(int[] filled)
    {
        var (leads, values) = (new int[_count], new int[_count]);
        Array.ForEach(sources, source => leads[source]++);
        Array.ForEach(filled, row => values[sources[row]]++);
        var shares = leads.Zip(values).Where(pair => pair.First > 0).Select(pair => (double)pair.Second / pair.First).DefaultIfEmpty().ToList();
        return (shares.Min(), shares.Max());
    }

    private (double LogOdds, double Deviations) Judge(int[] strata, int count, int[] rows)
    {
        var tables = new (int Leads, int Won, int Held, int HeldWon)[count];
        for (var row = 0; row < strata.Length; row++)
        {
            ref var table = ref tables[strata[row]];
            table.Leads++;
            table.Won += won[row] ? 1 : 0;
        }

        foreach (var row in rows)
        {
            ref var table = ref tables[strata[row]];
            table.Held++;
            table.HeldWon += won[row] ? 1 : 0;
        }

        double agree = 0, disagree = 0, surplus = 0, variance = 0;
        foreach (var (leads, wins, held, heldWon) in tables.Where(table => table.Leads > 1))
        {
            double all = leads;
            agree += heldWon * (all - wins - held + heldWon) / all;
            disagree += (held - heldWon) * (double)(wins - heldWon) / all;
            surplus += heldWon - (held * wins / all);
            variance += held * (all - held) / all * wins * (all - wins) / all / (all - 1);
        }

        // Half a lead on either side keeps the ratio of few leads within bounds.
        return (Math.Log((agree + 0.5) / (disagree + 0.5)), variance > 0 ? Math.Abs(surplus) / Math.Sqrt(variance) : 0);
    }

    private static int MixedLeads(int[] sources, bool[] won) =>
        sources.Zip(won).GroupBy(lead => lead.First, lead => lead.Second).Where(source => source.Distinct().Count() == 2).Sum(source => source.Count());
}
