using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The score of one lead with its parts. Made once and filled again for each lead, so that scoring allocates nothing. Not thread-safe.</summary>
public sealed class LeadScore
{
    private readonly ulong[] _words;
    private readonly Vector256<short>[] _parts;
    private readonly int _groups;

    /// <summary>Makes room for the scores that a scorecard gives.</summary>
    /// <param name="compiled">The scorecard.</param>
    public LeadScore(CompiledScorecard compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        Owner = compiled;
        _groups = compiled.Card.Groups.Count;
        _words = new ulong[compiled.MaskWords];
        _parts = new Vector256<short>[PointTable.BlocksOf(_groups)];
    }

    /// <summary>Gets the score: 0 to 100 points, the sum of the parts.</summary>
    public int Score { get; internal set; }

    /// <summary>Gets the points of all rules that held, before caps and zero.</summary>
    public int RawPoints { get; internal set; }

    /// <summary>Gets the band, A1 to C3.</summary>
    public Band Band { get; internal set; }

    /// <summary>Gets the rules that held.</summary>
    public RuleMask Mask => new(_words);

    /// <summary>Gets the points of each group, 0 to its cap, in the order of the scorecard.</summary>
    public ReadOnlySpan<short> Parts => MemoryMarshal.Cast<Vector256<short>, short>(_parts)[.._groups];

    internal CompiledScorecard Owner { get; }

    internal ulong[] WordCells => _words;

    internal Vector256<short>[] PartCells => _parts;
}
