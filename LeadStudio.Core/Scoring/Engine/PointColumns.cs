using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Adds up points for 64 rows at once: sixteen rows per vector, each rule's bits spread over the lanes. The same sums as <see cref="PointTable"/>.</summary>
internal sealed class PointColumns
{
    private const int Stride = ColumnProgram.BlockRows / 64;

    /// <summary>So many rules, each of at most 100 points, never sum to more than a lane holds.</summary>
    private const int Chunk = short.MaxValue / ScorecardLimits.RulePoints;

    private readonly (short Cap, Axis Axis, short[] Points)[] _groups;
    private readonly Cut _letter;
    private readonly Cut _digit;

    public PointColumns(Scorecard card)
    {
        _groups = [.. card.Groups.Select(group => ((short)group.Cap, group.Axis, group.Rules.Select(rule => (short)rule.Points).ToArray()))];
        _letter = Cut.For(card, Axis.Fit, card.Bands.FitA, card.Bands.FitB);
        _digit = Cut.For(card, Axis.Engagement, card.Bands.Engagement1, card.Bands.Engagement2);
    }

    /// <summary>Scores 64 rows.</summary>
    /// <param name="rules">Every eighth word belongs to a rule: its bit i says whether the rule holds in row i.</param>
    /// <param name="scores">Takes 64 scores.</param>
    /// <param name="bands">Takes 64 indexes of bands.</param>
    public void Score(ReadOnlySpan<ulong> rules, Span<byte> scores, Span<byte> bands)
    {
        var scoreVectors = MemoryMarshal.Cast<byte, Vector128<byte>>(scores);
        var bandVectors = MemoryMarshal.Cast<byte, Vector128<byte>>(bands);
        for (var sixteen = 0; sixteen < 4; sixteen++)
        {
            var (score, fit, engagement) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
            var at = 0;
            foreach (var (cap, axis, points) in _groups)
            {
                var part = Vector256.Min(Vector256.Max(SumAll(rules[(at * Stride)..], points, 16 * sixteen), Vector256<short>.Zero), Vector256.Create(cap));
                score += part;
                fit += axis is Axis.Fit ? part : Vector256<short>.Zero;
                engagement += axis is Axis.Engagement ? part : Vector256<short>.Zero;
                at += points.Length;
            }

            var letter = _letter.Of(_letter.OfScore ? score : fit);
            var digit = _digit.Of(_digit.OfScore ? score : engagement);
            scoreVectors[sixteen] = Narrow(score);
            bandVectors[sixteen] = Narrow(letter + letter + letter + digit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> SumAll(ReadOnlySpan<ulong> rules, short[] points, int shift) =>
        points.Length <= Chunk ? Sum(rules, points, shift) : SumChunks(rules, points, shift);

    // Where the sums of many rules may leave the range of a lane, they are held within it only at the end.
    private static Vector256<short> SumChunks(ReadOnlySpan<ulong> rules, short[] points, int shift)
    {
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var rule = 0; rule < points.Length; rule += Chunk)
        {
            var (more, muchMore) = Vector256.Widen(Sum(rules[(rule * Stride)..], points.AsSpan(rule, Math.Min(Chunk, points.Length - rule)), shift));
            (low, high) = (low + more, high + muchMore);
        }

        var (least, most) = (Vector256.Create((int)short.MinValue), Vector256.Create((int)short.MaxValue));
        return Vector256.Narrow(Vector256.Min(Vector256.Max(low, least), most), Vector256.Min(Vector256.Max(high, least), most));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Sum(ReadOnlySpan<ulong> rules, ReadOnlySpan<short> points, int shift)
    {
        var lanes = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, short.MinValue);
        var sum = Vector256<short>.Zero;
        for (var rule = 0; rule < points.Length; rule++)
        {
            var holds = Vector256.Equals(Vector256.Create((short)(rules[rule * Stride] >> shift)) & lanes, lanes);
            sum += holds & Vector256.Create(points[rule]);
        }

        return sum;
    }

    private static Vector128<byte> Narrow(Vector256<short> values) => Vector128.Narrow(values.GetLower().AsUInt16(), values.GetUpper().AsUInt16());

    /// <summary>Cuts points into three: 0 best.</summary>
    private readonly record struct Cut(bool OfScore, Vector256<short> First, Vector256<short> Second)
    {
        public static Cut For(Scorecard card, Axis axis, int firstPercent, int secondPercent)
        {
            var cut = AxisCut.For(card, axis, firstPercent, secondPercent);
            return new Cut(!cut.IsNamed, Vector256.Create((short)cut.First), Vector256.Create((short)cut.Second));
        }

        // A comparison that holds is -1 in its lane.
        public Vector256<short> Of(Vector256<short> points) =>
            -(Vector256.LessThan(points, First) + Vector256.LessThan(points, Second));
    }
}
