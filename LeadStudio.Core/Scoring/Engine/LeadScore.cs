using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The score of one lead with its parts. A value: making one allocates nothing.</summary>
/// <param name="Score">0 to 100 points, the sum of the parts.</param>
/// <param name="RawPoints">The points of all rules that held, before caps and zero.</param>
/// <param name="Band">A1 to C3.</param>
/// <param name="Mask">The rules that held.</param>
/// <param name="Parts">The points of each group, 0 to its cap.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LeadScore(int Score, int RawPoints, Band Band, RuleMask Mask, GroupPoints Parts);

/// <summary>Points by group, at most 16 groups.</summary>
public readonly record struct GroupPoints
{
    private readonly Vector256<short> _lanes;

    internal GroupPoints(Vector256<short> lanes) => _lanes = lanes;

    /// <summary>Gets the points of a group; 0 where there is no such group.</summary>
    /// <param name="group">The group's index in the scorecard, 0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is not within 0 to 15.</exception>
    public int this[int group] => _lanes[group];
}
