namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>How much a feature adds to one leaf's answer, over all orders in which features may become known.</summary>
/// <remarks>
/// A leaf is reached, where the features of a set are known, by the product of o_j (1 where the row meets all of feature j's questions on the way,
/// else 0) over the set and of z_j (the share of training rows that go this way) over the others. Source: S. Lundberg et al., "From local
/// explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2 (2020) 56-67, algorithm 2.
/// </remarks>
internal static class ShapleyWeights
{
    /// <summary>Computes what each feature of a leaf's way adds.</summary>
    /// <param name="met">Bit j: whether the row meets feature j's questions.</param>
    /// <param name="shares">z of each feature.</param>
    /// <param name="value">The answer of the leaf.</param>
    /// <param name="contributions">Takes what each feature adds.</param>
    public static void Compute(ulong met, ReadOnlySpan<double> shares, double value, Span<double> contributions)
    {
        var count = shares.Length;
        Span<double> sizes = stackalloc double[count];
        for (var feature = 0; feature < count; feature++)
        {
            // sizes[k]: the products of all sets of k of the other features, added up
            sizes.Clear();
            sizes[0] = 1;
            var degree = 0;
            for (var other = 0; other < count; other++)
            {
                if (other == feature)
                {
                    continue;
                }

                var known = (met >> other) & 1;
                degree++;
                for (var size = degree; size > 0; size--)
                {
                    sizes[size] = (sizes[size] * shares[other]) + (known != 0 ? sizes[size - 1] : 0);
                }

                sizes[0] *= shares[other];
            }

            // A set of k of the n - 1 others comes before the feature in k! (n - 1 - k)! of n! orders.
            var sum = 0.0;
            var orders = 1.0 / count;
            for (var size = 0; size < count; size++)
            {
                sum += sizes[size] * orders;
                orders *= (size + 1.0) / (count - 1 - size);
            }

            contributions[feature] = ((double)((met >> feature) & 1) - shares[feature]) * value * sum;
        }
    }
}
