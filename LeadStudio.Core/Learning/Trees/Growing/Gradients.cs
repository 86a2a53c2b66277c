using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>The derivatives of the log-loss by the margin of each row, and the same as whole numbers.</summary>
/// <remarks>
/// For a probability p and a label y (0 or 1) the first is p - y and the second p (1 - p): T. Chen, C. Guestrin, "XGBoost", KDD 2016, section 2.2.
/// Splits are chosen by sums of about 16 bits a row; the answers of leaves come from sums of some 40 bits (as Y. Shi et al., "Quantized
/// Training of Gradient Boosting Decision Trees", NeurIPS 2022, found to be enough). Whole numbers add up alike in every order.
/// </remarks>
internal sealed class Gradients
{
    private const double HalfRange = int.MaxValue;

    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly ParallelOptions _work;
    private readonly IReadOnlyList<Range> _chunks;
    private readonly float[] _first;
    private readonly float[] _second;
    private readonly double _exactScale;

    /// <summary>Initializes a new instance of the <see cref="Gradients"/> class.</summary>
    /// <param name="labels">1 where it came to pass, else 0.</param>
    /// <param name="weights">How much each row counts; empty where all count alike.</param>
    /// <param name="work">Where to work.</param>
    public Gradients(float[] labels, float[] weights, ParallelOptions work)
    {
        (_labels, _weights, _work) = (labels, weights, work);
        _chunks = Chunks.Of(labels.Length);
        _first = new float[labels.Length];
        _second = new float[labels.Length];
        Packed = new long[labels.Length];

        // No derivative is above 1 times the weight, so no sum reaches 2^62.
        var most = labels.Length * (weights.Length == 0 ? 1.0 : weights.Max());
        _exactScale = Math.ScaleB(1, 61 - (int)Math.Ceiling(Math.Log2(most)));
    }

    /// <summary>Gets both derivatives of each row as one number; see <see cref="GradientSum"/>.</summary>
    public long[] Packed { get; }

    /// <summary>Gets what the packed sums are worth.</summary>
    public GradientScale Scale { get; private set; }

    /// <summary>Computes the derivatives.</summary>
    /// <param name="margins">The margin of each row.</param>
    public void Compute(float[] margins)
    {
        var (firstSum, secondSum) = (0L, 0L);
        Parallel.For(0, _chunks.Count, _work, chunk =>
        {
            var (first, second) = ComputeChunk(_chunks[chunk], margins);
            Interlocked.Add(ref firstSum, first);
            Interlocked.Add(ref secondSum, second);
        });

        // Rounding adds at most half a unit a row; the sums of the rounded numbers stay within their halves.
        Scale = new(UnitOf(firstSum), UnitOf(secondSum));
        Parallel.For(0, _chunks.Count, _work, chunk => PackChunk(_chunks[chunk]));
    }

    /// <summary>Adds up some rows, far more exactly than by their packed numbers.</summary>
    /// <param name="rows">Which rows.</param>
    /// <returns>The sums of first and second derivatives.</returns>
    public (double First, double Second) Sum(ReadOnlySpan<int> rows)
    {
        var (first, second) = (0L, 0L);
        foreach (var row in rows)
        {
            var weight = _weights.Length == 0 ? 1 : _weights[row];
            first += Exact(_first[row], weight);
            second += Exact(_second[row], weight);
        }

        return (first / _exactScale, second / _exactScale);
    }

    private double UnitOf(long sum) => Math.Max(sum, 1) / _exactScale / (HalfRange - _labels.Length);

    private (long First, long Second) ComputeChunk(Range rows, float[] margins)
    {
        var (start, count) = rows.GetOffsetAndLength(margins.Length);
        var (firstSum, secondSum) = (0L, 0L);
        Span<float> exponentials = stackalloc float[Vector256<float>.Count];
        for (var at = start; at < start + count; at += exponentials.Length)
        {
            var some = Math.Min(exponentials.Length, start + count - at);
            exponentials.Clear();
            margins.AsSpan(at, some).CopyTo(exponentials);
            Vector256.Exp(-Vector256.Create<float>(exponentials)).CopyTo(exponentials);
            for (var row = at; row < at + some; row++)
            {
                var probability = 1 / (1 + exponentials[row - at]);
                var (first, second) = (probability - _labels[row], probability * (1 - probability));
                (_first[row], _second[row]) = (first, second);
                var weight = _weights.Length == 0 ? 1 : _weights[row];
                firstSum += Math.Abs(Exact(first, weight));
                secondSum += Exact(second, weight);
            }
        }

        return (firstSum, secondSum);
    }

    private long Exact(float derivative, float weight) => (long)Math.Round(derivative * _exactScale * weight);

    private void PackChunk(Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(Packed.Length);
        var (firstScale, secondScale) = (1 / Scale.First, 1 / Scale.Second);
        for (var row = start; row < start + count; row++)
        {
            var weight = _weights.Length == 0 ? 1 : _weights[row];
            Packed[row] = GradientSum.Pack(
                (int)Math.Round(_first[row] * firstScale * weight),
                (int)Math.Round(_second[row] * secondScale * weight));
        }
    }
}
