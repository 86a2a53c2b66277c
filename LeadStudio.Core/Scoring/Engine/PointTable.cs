using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Turns a rule mask into a score.</summary>
/// <remarks>
/// For each byte of the mask and each of its 256 values the sums of all groups stand ready as one vector, a group per lane.
/// A score is a few vector additions, one clamp and one horizontal sum: about 10 ns with 20 rules, without a branch.
/// </remarks>
internal sealed class PointTable
{
    private readonly int _bytes;
    private readonly Vector256<short>[] _sums;
    private readonly Vector256<short> _caps;
    private readonly (AxisCut Cut, Vector256<short> Lanes) _letter;
    private readonly (AxisCut Cut, Vector256<short> Lanes) _digit;

    public PointTable(Scorecard card)
    {
        var rules = card.Rules().ToArray();
        _bytes = (rules.Length + 7) / 8;
        _sums = new Vector256<short>[_bytes * 256];
        for (var index = 0; index < _sums.Length; index++)
        {
            // The sum without the lowest bit is known already.
            var value = index & 255;
            if (value != 0)
            {
                var rule = (index >> 8 << 3) + int.TrailingZeroCount(value);
                var rest = _sums[(index & ~255) + (value & (value - 1))];
                _sums[index] = rule < rules.Length ? rest + Lane(rules[rule].Group, (short)rules[rule].Rule.Points) : rest;
            }
        }

        foreach (var (group, index) in card.Groups.Select((group, index) => (group, index)))
        {
            _caps += Lane(index, (short)group.Cap);
        }

        _letter = (AxisCut.For(card, Axis.Fit, card.Bands.FitA, card.Bands.FitB), LanesOf(card, Axis.Fit));
        _digit = (AxisCut.For(card, Axis.Engagement, card.Bands.Engagement1, card.Bands.Engagement2), LanesOf(card, Axis.Engagement));
    }

    public LeadScore Score(in RuleMask mask)
    {
        var raw = Sum(mask.Word0, 0);
        for (var word = 1; word * 8 < _bytes; word++)
        {
            raw += Sum(mask.Word(word), word);
        }

        var parts = Vector256.Min(Vector256.Max(raw, Vector256<short>.Zero), _caps);
        var letter = Cut(Vector256.Sum(parts & _letter.Lanes), _letter.Cut);
        var digit = Cut(Vector256.Sum(parts & _digit.Lanes), _digit.Cut);
        return new LeadScore(Vector256.Sum(parts), Vector256.Sum(raw), new Band((byte)((3 * letter) + digit)), mask, new GroupPoints(parts));
    }

    private Vector256<short> Sum(ulong word, int wordIndex)
    {
        var sum = Vector256<short>.Zero;
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        var end = Math.Min(_bytes, (wordIndex + 1) * 8) * 256;
        for (var at = wordIndex * 8 * 256; at < end; at += 256)
        {
            sum += Unsafe.Add(ref sums, at + (int)(word & 255));
            word >>= 8;
        }

        return sum;
    }

    private static Vector256<short> Lane(int index, short value) => Vector256<short>.Zero.WithElement(index, value);

    private static int Cut(int points, AxisCut cut) => points >= cut.First ? 0 : points >= cut.Second ? 1 : 2;

    private static Vector256<short> LanesOf(Scorecard card, Axis axis)
    {
        var isNamed = card.Groups.Any(group => group.Axis == axis);
        return card.Groups.Select((group, index) => group.Axis == axis || !isNamed ? Lane(index, -1) : Vector256<short>.Zero)
            .Aggregate(Vector256<short>.Zero, (all, lane) => all | lane);
    }
}
