using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Up to sixteen groups that follow one another: turns the words of a rule mask that hold their rules into parts.</summary>
/// <remarks>
/// For each byte of these words and each of its 256 values the sums of the groups stand ready as one vector, a group per lane.
/// The parts are a few vector additions and one clamp.
/// </remarks>
internal sealed class PointBlock
{
    /// <summary>The groups of a block: the lanes of one vector.</summary>
    public const int Groups = 16;

    /// <summary>So many words of rules, each of at most 100 points, never sum to more than a lane holds.</summary>
    private const int ChunkWords = short.MaxValue / ScorecardLimits.RulePoints / 64;

    private readonly int _firstWord;
    private readonly int _bytes;
    private readonly Vector256<short>[] _sums;
    private readonly Vector256<int> _lowCaps;
    private readonly Vector256<int> _highCaps;
    private readonly Vector256<short> _fit;
    private readonly Vector256<short> _engagement;

    public PointBlock(Scorecard card, int firstGroup)
    {
        var rules = card.Rules().ToArray();
        var first = Array.FindIndex(rules, item => item.Group >= firstGroup);
        var end = Array.FindLastIndex(rules, item => item.Group < firstGroup + Groups) + 1;
        _firstWord = first < 0 ? 0 : first / 64;
        _bytes = first < 0 ? 0 : Math.Max(0, ((end + 7) / 8) - (_firstWord * 8));
        _sums = new Vector256<short>[_bytes * 256];
        for (var index = 0; index < _sums.Length; index++)
        {
            // The sum without the lowest bit is known already.
            var value = index & 255;
            if (value != 0)
            {
                var rule = (_firstWord * 64) + (index >> 8 << 3) + int.TrailingZeroCount(value);
                var rest = _sums[(index & ~255) + (value & (value - 1))];
                _sums[index] = rule >= first && rule < end ? rest + Lane(rules[rule].Group - firstGroup, (short)rules[rule].Rule.Points) : rest;
            }
        }

        var caps = Lanes(card, firstGroup, group => (short)group.Cap);
        (_lowCaps, _highCaps) = Vector256.Widen(caps);
        _fit = LanesOf(card, firstGroup, Axis.Fit);
        _engagement = LanesOf(card, firstGroup, Axis.Engagement);
    }

    /// <summary>Sums up the points of the rules that hold.</summary>
    /// <param name="words">The rule mask.</param>
    /// <param name="parts">Takes the points of each group, 0 to its cap.</param>
    /// <returns>What the block adds to the score, to the points before caps and zero, and to both axes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Score, int Raw, int Fit, int Engagement) Score(ulong[] words, out Vector256<short> parts)
    {
        var (low, high) = Vector256.Widen(Sum(words, 0));
        for (var word = ChunkWords; word * 8 < _bytes; word += ChunkWords)
        {
            var (more, muchMore) = Vector256.Widen(Sum(words, word));
            (low, high) = (low + more, high + muchMore);
        }

        parts = Vector256.Narrow(Clamp(low, _lowCaps), Clamp(high, _highCaps));
        return (Vector256.Sum(parts), Vector256.Sum(low + high), Vector256.Sum(parts & _fit), Vector256.Sum(parts & _engagement));
    }

    private static Vector256<int> Clamp(Vector256<int> sums, Vector256<int> caps) => Vector256.Min(Vector256.Max(sums, Vector256<int>.Zero), caps);

    // The sums of one chunk.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<short> Sum(ulong[] words, int firstWord)
    {
        var sum = Vector256<short>.Zero;
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        var end = Math.Min(_bytes, (firstWord + ChunkWords) * 8);
        for (var start = firstWord * 8; start < end; start += 8)
        {
            var word = words[_firstWord + (start >> 3)];
            var endOfWord = Math.Min(end, start + 8) * 256;
            for (var at = start * 256; at < endOfWord; at += 256)
            {
                sum += Unsafe.Add(ref sums, at + (int)(word & 255));
                word >>= 8;
            }
        }

        return sum;
    }

    private static Vector256<short> Lane(int index, short value) => Vector256<short>.Zero.WithElement(index, value);

    private static Vector256<short> Lanes(Scorecard card, int firstGroup, Func<RuleGroup, short> value) =>
        card.Groups.Skip(firstGroup).Take(Groups).Select((group, index) => Lane(index, value(group)))
            .Aggregate(Vector256<short>.Zero, (all, lane) => all | lane);

    private static Vector256<short> LanesOf(Scorecard card, int firstGroup, Axis axis)
    {
        var isNamed = card.Groups.Any(group => group.Axis == axis);
        return Lanes(card, firstGroup, group => group.Axis == axis || !isNamed ? (short)-1 : (short)0);
    }
}
