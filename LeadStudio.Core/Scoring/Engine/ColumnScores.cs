using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The scores of many leads, row by row as in the fact table. Threads may fill different rows at the same time.</summary>
public sealed class ColumnScores
{
    private readonly byte[] _scores;
    private readonly byte[] _bands;
    private readonly ulong[] _masks;

    /// <summary>Makes room for scores.</summary>
    /// <param name="rows">The number of leads.</param>
    /// <param name="card">The scorecard, whose number of rules decides the length of a mask.</param>
    public ColumnScores(int rows, Scorecard card)
    {
        MaskWords = Math.Max(1, (card.Rules().Count() + 63) / 64);
        _scores = new byte[rows];
        _bands = new byte[rows];
        _masks = new ulong[(long)rows * MaskWords];
    }

    /// <summary>Gets the number of leads.</summary>
    public int Rows => _scores.Length;

    /// <summary>Gets per row the score, 0 to 100 points.</summary>
    public ReadOnlySpan<byte> Scores => _scores;

    internal int MaskWords { get; }

    internal Span<byte> ScoreCells => _scores;

    internal Span<byte> BandCells => _bands;

    internal Span<ulong> MaskCells => _masks;

    /// <summary>Gets the band of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The band.</returns>
    public Band Band(int row) => new(_bands[row]);

    /// <summary>Gets the rules that held in a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The mask; <see cref="CompiledScorecard.Score(RuleMask)"/> makes parts of it.</returns>
    public RuleMask Mask(int row) => new(_masks.AsMemory(row * MaskWords, MaskWords));
}
