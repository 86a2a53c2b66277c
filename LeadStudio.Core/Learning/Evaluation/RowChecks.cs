namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>The demands that everything here makes of its rows. A breach is the caller's mistake.</summary>
internal static class RowChecks
{
    /// <summary>Demands as many labels (and weights, if any) as scores, finite scores, and weights that a sum can be made of.</summary>
    public static void Scores(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        if (scores.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(scores));
        }

        if (labels.Length != scores.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores and {labels.Length} labels; pass one label for each score.", nameof(labels));
        }

        for (var row = 0; row < scores.Length; row++)
        {
            if (!double.IsFinite(scores[row]))
            {
                throw new ArgumentException($"The score of row {row} is {scores[row]}; pass finite scores only.", nameof(scores));
            }
        }

        Weights(weights, scores.Length);
    }

    /// <summary>Demands the same, and that the scores lie in 0..1.</summary>
    public static void Probabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        Scores(probabilities, labels, weights);
        for (var row = 0; row < probabilities.Length; row++)
        {
            if (probabilities[row] is < 0 or > 1)
            {
                throw new ArgumentException($"Row {row} has {probabilities[row]}; pass probabilities from 0 to 1.", nameof(probabilities));
            }
        }
    }

    /// <summary>Demands that the scores lie in 0..1.</summary>
    public static void Probabilities(RankedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!rows.AreProbabilities)
        {
            throw new ArgumentException($"The scores go from {rows.Scores[^1]} to {rows.Scores[0]}; pass rows with probabilities from 0 to 1.", nameof(rows));
        }
    }

    /// <summary>Looks whether one of the labels is missing or weighs nothing.</summary>
    public static OnlyOneOutcome? FindOnlyOutcome(ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        var (hasPositive, hasNegative) = (false, false);
        for (var row = 0; row < labels.Length; row++)
        {
            if (weights.IsEmpty || weights[row] > 0)
            {
                hasPositive |= labels[row];
                hasNegative |= !labels[row];
            }
        }

        return hasPositive && hasNegative ? null : new OnlyOneOutcome(hasPositive);
    }

    private static void Weights(ReadOnlySpan<double> weights, int rows)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        if (weights.Length != rows)
        {
            throw new ArgumentException($"There are {rows} rows and {weights.Length} weights; pass one weight for each row, or none.", nameof(weights));
        }

        var total = 0.0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0))
            {
                throw new ArgumentException($"The weight of row {row} is {weights[row]}; pass weights of 0 or more.", nameof(weights));
            }

            total += weights[row];
        }

        if (total == 0 || !double.IsFinite(total))
        {
            throw new ArgumentException($"The weights add up to {total}; pass weights with a finite sum above 0.", nameof(weights));
        }
    }
}
