using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Scores many leads at once: one scorecard over one table.</summary>
/// <remarks>
/// Making it compares each distinct text once. Then blocks of 512 rows go through every comparison column by column, giving a bit
/// per row; rules join such bits 64 rows at a time; a bit matrix turns them into one mask per row. Thread-safe: several
/// threads may score different rows, and the result is the same as that of <see cref="CompiledScorecard"/>.
/// </remarks>
public sealed class ColumnScorer
{
    private const int BlockRows = ColumnProgram.BlockRows;
    private const int BlockWords = BlockRows / 64;

    private readonly ColumnProgram _program;
    private readonly TimeWindows _windows;
    private readonly PointColumns _points;
    private readonly FactTable _table;

    /// <summary>Makes a scorecard ready for a table.</summary>
    /// <param name="card">A scorecard without errors; see <see cref="ScorecardValidator"/>.</param>
    /// <param name="catalog">The facts.</param>
    /// <param name="table">The facts of the leads; it must hold the columns that <see cref="SlotsOf"/> lists.</param>
    /// <exception cref="ArgumentException">The scorecard has errors, or a column is not loaded.</exception>
    public ColumnScorer(Scorecard card, FactCatalog catalog, FactTable table)
    {
        var rules = CompiledScorecard.BindRules(card, catalog);
        _table = table;
        _program = new ColumnProgram(rules, table);
        _windows = new TimeWindows(rules);
        _points = new PointColumns(card);
    }

    /// <summary>Lists the columns that a scorecard needs.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="catalog">The facts.</param>
    /// <returns>The slots, each once.</returns>
    public static IReadOnlyList<FactSlot> SlotsOf(Scorecard card, FactCatalog catalog) =>
        [.. card.Rules().SelectMany(item => Conditions.ConditionTree.Fields(item.Rule.Condition)).Distinct().Select(catalog.Find).OfType<FactDescription>().Select(fact => fact.Slot)];

    /// <summary>Scores consecutive rows.</summary>
    /// <param name="asOf">The instant of the scores, in UTC microseconds.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="results">Takes the scores at the same rows; made for the same scorecard.</param>
    /// <exception cref="ArgumentException">The results are of another size.</exception>
    public void Score(long asOf, int first, int rows, ColumnScores results)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, _table.Rows - first);
        if (results.Rows != _table.Rows || results.MaskWords != Math.Max(1, (_program.Rules + 63) / 64))
        {
            throw new ArgumentException("The results were made for another table or scorecard.", nameof(results));
        }

        var answers = ArrayPool<Vector512<ulong>>.Shared.Rent(_program.Tests + 1);
        var held = ArrayPool<Vector512<ulong>>.Shared.Rent(_program.Rules + 1);
        for (var block = 0; block < rows; block += BlockRows)
        {
            var blockRows = Math.Min(BlockRows, rows - block);
            _program.RunTests(first + block, blockRows, asOf, answers);
            _program.RunRules(answers, held);
            for (var word = 0; word * 64 < blockRows; word++)
            {
                ScoreRows(
                    first + block + (word * 64),
                    Math.Min(64, blockRows - (word * 64)),
                    MemoryMarshal.Cast<Vector512<ulong>, ulong>(held.AsSpan(0, _program.Rules + 1))[word..],
                    results);
            }
        }

        ArrayPool<Vector512<ulong>>.Shared.Return(answers);
        ArrayPool<Vector512<ulong>>.Shared.Return(held);
    }

    /// <summary>Says per row when a rule next changes by itself because time passes.</summary>
    /// <param name="asOf">The instant from which to look ahead, in UTC microseconds.</param>
    /// <param name="first">The first row.</param>
    /// <param name="next">Takes for each row from there the instant in UTC microseconds, or <see cref="long.MaxValue"/> for never.</param>
    public void NextChanges(long asOf, int first, Span<long> next)
    {
        next.Fill(long.MaxValue);
        foreach (var test in _windows.Tests)
        {
            var column = _table.Number(test.Slot).Values.Span.Slice(first, next.Length);
            for (var row = 0; row < column.Length; row++)
            {
                var change = test.NextChange(column[row], asOf);
                next[row] = change < next[row] ? (long)change : next[row];
            }
        }
    }

    // held: every eighth word belongs to these rows.
    private void ScoreRows(int first, int rows, ReadOnlySpan<ulong> held, ColumnScores results)
    {
        if (rows == 64)
        {
            _points.Score(held, results.ScoreCells.Slice(first, 64), results.BandCells.Slice(first, 64));
        }
        else
        {
            ScoreLastRows(first, rows, held, results);
        }

        Span<ulong> matrix = stackalloc ulong[64];
        var words = results.MaskWords;
        var masks = results.MaskCells.Slice(first * words, rows * words);
        for (var word = 0; word < words; word++)
        {
            matrix.Clear();
            for (var rule = word * 64; rule < Math.Min(_program.Rules, (word + 1) * 64); rule++)
            {
                matrix[rule & 63] = held[rule * BlockWords];
            }

            BitMatrix.Transpose(matrix);
            for (var row = 0; row < rows; row++)
            {
                masks[(row * words) + word] = matrix[row];
            }
        }
    }

    private void ScoreLastRows(int first, int rows, ReadOnlySpan<ulong> held, ColumnScores results)
    {
        Span<byte> scores = stackalloc byte[64];
        Span<byte> bands = stackalloc byte[64];
        _points.Score(held, scores, bands);
        scores[..rows].CopyTo(results.ScoreCells[first..]);
        bands[..rows].CopyTo(results.BandCells[first..]);
    }
}
