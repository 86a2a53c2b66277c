using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Rows in the order of their scores, the highest first: sorted once, so that every metric is one pass over them.</summary>
/// <remarks>Rows of weight 0 are left out: they count as if they were not there.</remarks>
public sealed class RankedRows
{
    private readonly int[] _order;
    private readonly double[] _scores;
    private readonly bool[] _labels;
    private readonly double[] _weights;
    private readonly int[] _tieEnds;

    private RankedRows(int[] order, double[] scores, bool[] labels, double[] weights)
    {
        (_order, _scores, _labels, _weights) = (order, scores, labels, weights);
        _tieEnds = FindTies(scores);
        for (var rank = 0; rank < labels.Length; rank++)
        {
            Weight += weights[rank];
            PositiveWeight += labels[rank] ? weights[rank] : 0;
        }
    }

    /// <summary>Gets the number of rows that have a weight above 0.</summary>
    public int Count => _order.Length;

    /// <summary>Gets the sum of the weights; without weights the number of rows.</summary>
    public double Weight { get; }

    /// <summary>Gets the sum of the weights of the positive rows, above 0 and below <see cref="Weight"/>.</summary>
    public double PositiveWeight { get; }

    /// <summary>Gets a value indicating whether all scores lie in 0..1, as those metrics need that read scores as probabilities.</summary>
    public bool AreProbabilities => _scores[0] <= 1 && _scores[^1] >= 0;

    /// <summary>Gets which row (by its place in the input) stands at each rank.</summary>
    internal ReadOnlySpan<int> Order => _order;

    /// <summary>Gets the scores by rank, descending.</summary>
    internal ReadOnlySpan<double> Scores => _scores;

    /// <summary>Gets the labels by rank.</summary>
    internal ReadOnlySpan<bool> Labels => _labels;

    /// <summary>Gets the weights by rank, all above 0.</summary>
    internal ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets, for each distinct score from the highest on, the rank after its last row.</summary>
    internal ReadOnlySpan<int> TieEnds => _tieEnds;

    /// <summary>Sorts rows by their scores.</summary>
    /// <param name="scores">The scores, finite; the higher, the likelier is a positive label.</param>
    /// <param name="labels">What came true, one for each score.</param>
    /// <param name="weights">The weights, 0 or more, one for each score; empty means 1 for all.</param>
    /// <returns>The rows, or <see cref="OnlyOneOutcome"/> where one of the labels is missing or weighs nothing.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, a score is not finite, or a weight is not 0 or more.</exception>
    public static Result<RankedRows> Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default)
    {
        RowChecks.Scores(scores, labels, weights);
        if (RowChecks.FindOnlyOutcome(labels, weights) is { } error)
        {
            return error;
        }

        var order = WeighingRows(scores.Length, weights);
        var keys = new double[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            keys[rank] = -scores[order[rank]];
        }

        Array.Sort(keys, order);
        var (sortedLabels, sortedWeights) = (new bool[order.Length], new double[order.Length]);
        for (var rank = 0; rank < order.Length; rank++)
        {
            var row = order[rank];
            (keys[rank], sortedLabels[rank], sortedWeights[rank]) = (scores[row], labels[row], weights.IsEmpty ? 1 : weights[row]);
        }

        return new RankedRows(order, keys, sortedLabels, sortedWeights);
    }

    /// <summary>Whether another model was given the same rows, labels and weights.</summary>
    internal bool HasSameRowsAs(RankedRows other)
    {
        if (other.Count != Count)
        {
            return false;
        }

        var rows = new Dictionary<int, int>(Count);
        for (var rank = 0; rank < Count; rank++)
        {
            rows.Add(_order[rank], rank);
        }

        for (var rank = 0; rank < Count; rank++)
        {
            if (!rows.TryGetValue(other._order[rank], out var own) || other._labels[rank] != _labels[own] || other._weights[rank] != _weights[own])
            {
                return false;
            }
        }

        return true;
    }

    private static int[] WeighingRows(int rows, ReadOnlySpan<double> weights)
    {
        var order = new int[rows];
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            if (weights.IsEmpty || weights[row] > 0)
            {
                order[count++] = row;
            }
        }

        return count == rows ? order : order[..count];
    }

    private static int[] FindTies(ReadOnlySpan<double> scores)
    {
        var ends = new int[scores.Length];
        var count = 0;
        for (var rank = 1; rank <= scores.Length; rank++)
        {
            if (rank == scores.Length || scores[rank] != scores[rank - 1])
            {
                ends[count++] = rank;
            }
        }

        return ends[..count];
    }
}
