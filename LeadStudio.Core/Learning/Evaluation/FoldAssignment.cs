namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Gives each row a part, so that the parts get their share of each label and no group is in two of them.</summary>
/// <remarks>
/// Groups go, the largest first and else by chance, each to the part that it brings least out of balance: to where the sum over labels and
/// parts of (count / all of the label)² / share grows least. A row without a group is a group of one; then the counts of a label are within
/// one of what they should be.
/// </remarks>
internal static class FoldAssignment
{
    /// <summary>Gives each row a part.</summary>
    /// <param name="labels">The label of each row.</param>
    /// <param name="shares">The share of the rows that each part should get, each above 0, 1 together.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="groups">The group of each row, or empty.</param>
    /// <returns>The part of each row.</returns>
    public static int[] Assign(ReadOnlySpan<bool> labels, ReadOnlySpan<double> shares, int seed, ReadOnlySpan<int> groups)
    {
        var groupOfRow = Number(groups, labels.Length, out var groupCount);
        var members = new (int Negatives, int Positives)[groupCount];
        for (var row = 0; row < labels.Length; row++)
        {
            ref var group = ref members[groupOfRow[row]];
            group = labels[row] ? (group.Negatives, group.Positives + 1) : (group.Negatives + 1, group.Positives);
        }

        double positives = labels.Count(value: true);
        var negatives = labels.Length - positives;
        var perPositive = positives == 0 ? 0 : 1 / (positives * positives);
        var perNegative = negatives == 0 ? 0 : 1 / (negatives * negatives);
        var parts = new (double Negatives, double Positives)[shares.Length];
        var partOfGroup = new int[groupCount];
        foreach (var group in LargestFirst(members, seed))
        {
            var (negative, positive) = members[group];
            var (best, bestGrowth, bestSize) = (0, double.PositiveInfinity, double.PositiveInfinity);
            for (var part = 0; part < parts.Length; part++)
            {
                var growth = ((negative * ((2 * parts[part].Negatives) + negative) * perNegative)
                    + (positive * ((2 * parts[part].Positives) + positive) * perPositive)) / shares[part];
                var size = (parts[part].Negatives + parts[part].Positives) / shares[part];
                if (growth < bestGrowth || (growth == bestGrowth && size < bestSize))
                {
                    (best, bestGrowth, bestSize) = (part, growth, size);
                }
            }

            partOfGroup[group] = best;
            parts[best].Negatives += negative;
            parts[best].Positives += positive;
        }

        return Array.ConvertAll(groupOfRow, group => partOfGroup[group]);
    }

    private static int[] Number(ReadOnlySpan<int> groups, int rows, out int count)
    {
        var numbers = new int[rows];
        var known = new Dictionary<int, int>();
        for (var row = 0; row < rows; row++)
        {
            if (groups.IsEmpty)
            {
                numbers[row] = row;
            }
            else if (!known.TryGetValue(groups[row], out numbers[row]))
            {
                numbers[row] = known.Count;
                known.Add(groups[row], known.Count);
            }
        }

        count = groups.IsEmpty ? rows : known.Count;
        return numbers;
    }

    private static int[] LargestFirst((int Negatives, int Positives)[] members, int seed)
    {
        var order = new int[members.Length];
        for (var group = 0; group < order.Length; group++)
        {
            order[group] = group;
        }

        var chance = SplitMix64.ForStream(seed, 0);
        chance.Shuffle<int>(order);
        var keys = new long[order.Length]; // the size, then the place by chance: no two are equal
        for (var place = 0; place < order.Length; place++)
        {
            var (negatives, positives) = members[order[place]];
            keys[place] = ((long)(int.MaxValue - negatives - positives) << 32) | (uint)place;
        }

        Array.Sort(keys, order);
        return order;
    }
}
