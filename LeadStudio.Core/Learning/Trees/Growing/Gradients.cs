using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>The derivatives of the log-loss by the margin of each row, and the same as whole numbers.</summary>
/// <remarks>
/// For a probability p and a label y (0 or 1) the first is p - y and the second p (1 - p): T. Chen, C. Guestrin, "XGBoost", KDD 2016, section 2.2.
/// A whole number has 16 bits, fewer for more than some 100,000 rows: far more than Y. Shi et al., "Quantized Training of
/// Gradient Boosting Decision Trees", NeurIPS 2022, found to be enough. Whole numbers add up alike in every order.
/// </remarks>
internal sealed class Gradients
{
    private const double HalfRange = int.MaxValue;

    // What is added up to find the scale: 20 bits a row, so that the sum of a chunk, and of each lane of it, has room in 31.
    private const int CoarseBits = 20;

    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly Crew _crew;
    private readonly IReadOnlyList<Range> _chunks;
    private readonly float[] _first;
    private readonly float[] _second;
    private readonly float _most;

    /// <summary>Initializes a new instance of the <see cref="Gradients"/> class.</summary>
    /// <param name="labels">1 where it came to pass, else 0.</param>
    /// <param name="weights">How much each row counts; empty where all count alike.</param>
    /// <param name="crew">Those who work.</param>
    public Gradients(float[] labels, float[] weights, Crew crew)
    {
        (_labels, _weights, _crew) = (labels, weights, crew);
        _chunks = Chunks.Of(labels.Length);
        _first = new float[labels.Length];
        _second = new float[labels.Length];
        Rows = new long[labels.Length];
        _most = weights.Length == 0 ? 1 : weights.Max();
    }

    /// <summary>Gets each row with both derivatives; see <see cref="RowGradient"/>.</summary>
    public long[] Rows { get; }

    /// <summary>Gets what the packed sums are worth.</summary>
    public GradientScale Scale { get; private set; }

    /// <summary>Computes the derivatives.</summary>
    /// <param name="margins">The margin of each row.</param>
    public void Compute(float[] margins)
    {
        var (firstSum, secondSum) = (0L, 0L);
        _crew.Run(_chunks.Count, chunk =>
        {
            var (first, second) = ComputeChunk(_chunks[chunk], margins);
            Interlocked.Add(ref firstSum, first);
            Interlocked.Add(ref secondSum, second);
        });

        // No first derivative is above 1 times the weight, and no second above a quarter of it.
        Scale = new(
            Math.Max(UnitOf(firstSum), _most / GradientSum.MostFirst), Math.Max(UnitOf(secondSum), _most / 4 / GradientSum.MostSecond));
        _crew.Run(_chunks.Count, chunk => PackChunk(_chunks[chunk]));
    }

    // What was cut off, or rounded, is at most a unit a row: the sums of the rounded numbers stay within their halves.
    private double UnitOf(long sum) => (sum + _labels.Length) / CoarseScale / (HalfRange - _labels.Length);

    private float CoarseScale => (1 << CoarseBits) / _most;

    private (long First, long Second) ComputeChunk(Range rows, float[] margins)
    {
        var (start, count) = rows.GetOffsetAndLength(margins.Length);
        var coarseScale = CoarseScale;
        var (firstSums, secondSums) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var at = start; at < start + count; at += Vector256<float>.Count)
        {
            var some = Math.Min(Vector256<float>.Count, start + count - at);
            var probability = Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-Load(margins, at, some)));
            var first = probability - Load(_labels, at, some);
            var second = probability * (Vector256<float>.One - probability);
            if (_weights.Length > 0)
            {
                first *= Load(_weights, at, some);
                second *= Load(_weights, at, some);
            }

            if (some < Vector256<float>.Count)
            {
                var present = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(some)).AsSingle();
                (first, second) = (first & present, second & present);
            }

            firstSums += Vector256.ConvertToInt32Native(Vector256.Abs(first) * coarseScale);
            secondSums += Vector256.ConvertToInt32Native(second * coarseScale);
            Store(first, _first, at, some);
            Store(second, _second, at, some);
        }

        return (Vector256.Sum(firstSums.AsUInt32()), Vector256.Sum(secondSums.AsUInt32()));
    }

    private void PackChunk(Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(Rows.Length);
        var (firstScale, secondScale) = ((float)(1 / Scale.First), (float)(1 / Scale.Second));
        for (var at = start; at < start + count; at += Vector256<float>.Count)
        {
            var some = Math.Min(Vector256<float>.Count, start + count - at);
            var first = Vector256.ConvertToInt32Native(Vector256.Round(Load(_first, at, some) * firstScale));
            var second = Vector256.ConvertToInt32Native(Vector256.Round(Load(_second, at, some) * secondScale));
            var packed = GradientSum.Pack(first, second);
            for (var lane = 0; lane < some; lane++)
            {
                Rows[at + lane] = ((long)packed[lane] << 32) | (uint)(at + lane);
            }
        }
    }

    private static Vector256<float> Load(float[] values, int at, int count)
    {
        if (count == Vector256<float>.Count)
        {
            return Vector256.Create<float>(values.AsSpan(at, count));
        }

        Span<float> padded = stackalloc float[Vector256<float>.Count];
        padded.Clear();
        values.AsSpan(at, count).CopyTo(padded);
        return Vector256.Create<float>(padded);
    }

    private static void Store(Vector256<float> values, float[] target, int at, int count)
    {
        if (count == Vector256<float>.Count)
        {
            values.CopyTo(target.AsSpan(at, count));
            return;
        }

        for (var lane = 0; lane < count; lane++)
        {
            target[at + lane] = values[lane];
        }
    }
}
