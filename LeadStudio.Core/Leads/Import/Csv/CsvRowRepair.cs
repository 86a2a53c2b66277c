namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Puts the cells of a row that has too many or too few of them back into their columns, where that is certain.</summary>
/// <remarks>
/// It only adds, drops or replaces separators and never changes what a cell says. Each way of doing so is compared with what the
/// columns usually look like; it is taken only if the row then looks usual and every other way looks clearly worse.
/// </remarks>
public sealed class CsvRowRepair
{
    private const int SampleBytes = 128 * 1024;
    private const int FewestRows = 8;

    /// <summary>A row that looks like this or better is usual: on average a shape that a third of the column has.</summary>
    private const double UsualScore = -1.1;

    /// <summary>With a greater share of short rows, leaving out empty cells at the end is how the file is written.</summary>
    private const double MostShortRows = 0.1;

    /// <summary>The sum over all cells by which the best way must beat the next one.</summary>
    private const double ClearMargin = 0.5;

    private readonly CsvDialect _dialect;
    private readonly CsvColumnShapes _shapes;
    private readonly double _wholeScore;
    private readonly double _leastScore;
    private readonly bool _isRagged;
    private int _failuresLeft = 2_000;

    private CsvRowRepair(CsvDialect dialect, CsvColumnShapes shapes, double[] scores, bool isRagged)
    {
        // Nine in ten, and 49 in 50, of the whole rows look at least like this.
        (_wholeScore, _leastScore) = (scores[scores.Length / 10], scores[scores.Length / 50]);
        (_dialect, _shapes, _isRagged) = (dialect, shapes, isRagged);
    }

    /// <summary>Learns from the beginning of a file what its columns look like.</summary>
    /// <param name="stream">The file, from its first byte; it must seek, and is set back.</param>
    /// <param name="dialect">How it is written.</param>
    /// <returns>The repair for this file, or <see langword="null"/> where too few rows are whole to learn from.</returns>
    public static CsvRowRepair? Learn(Stream stream, CsvDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(dialect);
        var position = stream.Position;
        var sample = new byte[SampleBytes];
        var length = stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        stream.Position = position;

        var rows = new List<string[]>();
        var shortRows = 0;
        var reader = CsvReader.Open(new MemoryStream(sample, 0, length), dialect);
        var columns = reader.Headers.Count;
        while (reader.Read())
        {
            if (reader.FieldCount == columns && reader.Damage == CsvDamage.None)
            {
                rows.Add(reader.Cells());
            }

            shortRows += reader.FieldCount < columns && reader.Damage == CsvDamage.None ? 1 : 0;
        }

        if (rows.Count < FewestRows || columns < 2)
        {
            return null;
        }

        var shapes = CsvColumnShapes.Learn(rows, columns);
        double[] scores = [.. rows.Select(row => shapes.Score(row)).Order()];
        return new CsvRowRepair(dialect, shapes, scores, isRagged: shortRows > rows.Count * MostShortRows);
    }

    /// <summary>Says whether a row that could not be mended is too short to be understood.</summary>
    /// <remarks>Some programs leave out the empty cells at the end of a row: it is well where the columns are empty at times and the rest looks usual.</remarks>
    internal bool LacksCells(string[] cells)
    {
        if (cells.Length >= _shapes.Columns || _isRagged)
        {
            return false;
        }

        for (var column = cells.Length; column < _shapes.Columns; column++)
        {
            if (!_shapes.IsEverEmpty(column))
            {
                return true;
            }
        }

        return _shapes.Score(Padded(cells)) < _leastScore;
    }

    /// <summary>Mends a row.</summary>
    /// <param name="cells">Its cells as read.</param>
    /// <param name="raw">Its text in the file.</param>
    /// <param name="hasStrayQuote">Whether a quote stands where none may stand.</param>
    /// <returns>One cell per column, or <see langword="null"/> where it is best left as it is.</returns>
    internal string[]? Mend(string[] cells, ReadOnlySpan<char> raw, bool hasStrayQuote)
    {
        var plain = Padded(cells);
        var losesNothing = cells.AsSpan(Math.Min(cells.Length, plain.Length)).ContainsAnyExcept("") is false;
        var plainScore = _shapes.Score(plain);
        if (_failuresLeft == 0 || (losesNothing && !hasStrayQuote && plainScore >= _wholeScore))
        {
            return null;
        }

        var (best, bestScore, nextScore) = (default(string[]), losesNothing ? plainScore : double.NegativeInfinity, double.NegativeInfinity);
        foreach (var way in new CsvRepairWays(_dialect, _shapes.Columns).Of(cells, raw.ToString()))
        {
            if (best is not null && way.AsSpan().SequenceEqual(best))
            {
                continue;
            }

            var score = _shapes.Score(way);
            if (score > bestScore)
            {
                (best, bestScore, nextScore) = (way, score, bestScore);
            }
            else
            {
                nextScore = Math.Max(score, nextScore);
            }
        }

        if (best is not null && bestScore >= UsualScore && (bestScore - nextScore) * _shapes.Columns >= ClearMargin)
        {
            return best;
        }

        // A file of such rows must not cost more than reading it.
        _failuresLeft--;
        return null;
    }

    private string[] Padded(string[] cells)
    {
        var padded = new string[_shapes.Columns];
        Array.Fill(padded, "");
        Array.Copy(cells, padded, Math.Min(cells.Length, padded.Length));
        return padded;
    }
}
