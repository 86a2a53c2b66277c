using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Parts rows by time, as a model is used: trained on what was known before, tested on what came after.</summary>
public static class TimeSplits
{
    /// <summary>
    /// Cuts time into one block more than <paramref name="tests"/>, of about as many rows each. Each block but the first is tested on once, after training on
    /// all rows before it (an expanding window). Rows of one instant stay in one block.
    /// </summary>
    /// <param name="instants">The instant of each row, in any unit: what is later is larger.</param>
    /// <param name="tests">How many tests, 1 or more.</param>
    /// <param name="groups">
    /// The group of each row; empty where each row is its own. A row before the test whose group is in the test too is in neither part, so that the test keeps
    /// the mix of its time.
    /// </param>
    /// <returns>The splits, earliest first, or <see cref="TooFewRows"/> where too few instants differ or nothing is left to train on.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or lengths differ.</exception>
    public static Result<ValueList<Split>> Expanding(ReadOnlySpan<long> instants, int tests, ReadOnlySpan<int> groups = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tests, 1);
        if (!groups.IsEmpty && groups.Length != instants.Length)
        {
            throw new ArgumentException($"There are {instants.Length} rows and {groups.Length} groups; pass one group for each row, or none.", nameof(groups));
        }

        if (FindStarts(instants, tests) is not { } starts)
        {
            return new TooFewRows(tests + 1, $"There are too few different instants for {tests + 1} blocks of time; add rows, or take fewer tests.");
        }

        var splits = new Split[tests];
        for (var test = 0; test < tests; test++)
        {
            splits[test] = Cut(instants, starts[test], test + 1 < tests ? starts[test + 1] : null, groups);
            if (splits[test].Training.Count == 0)
            {
                return new TooFewRows(tests + 1, $"All groups from before test {test + 1} are in that test too; add rows, or take fewer tests or no groups.");
            }
        }

        return new ValueList<Split>(splits);
    }

    /// <summary>Finds the first instant of each block but the first; nothing where two would be the same.</summary>
    private static long[]? FindStarts(ReadOnlySpan<long> instants, int tests)
    {
        if (instants.Length <= tests)
        {
            return null;
        }

        var sorted = instants.ToArray();
        Array.Sort(sorted);
        var starts = new long[tests];
        for (var test = 0; test < tests; test++)
        {
            starts[test] = sorted[(int)((long)sorted.Length * (test + 1) / (tests + 1))];
            if (starts[test] == (test == 0 ? sorted[0] : starts[test - 1]))
            {
                return null;
            }
        }

        return starts;
    }

    private static Split Cut(ReadOnlySpan<long> instants, long start, long? end, ReadOnlySpan<int> groups)
    {
        var test = new List<int>();
        var tested = new HashSet<int>();
        for (var row = 0; row < instants.Length; row++)
        {
            if (instants[row] >= start && !(instants[row] >= end))
            {
                test.Add(row);
                if (!groups.IsEmpty)
                {
                    tested.Add(groups[row]);
                }
            }
        }

        var training = new List<int>();
        for (var row = 0; row < instants.Length; row++)
        {
            if (instants[row] < start && (groups.IsEmpty || !tested.Contains(groups[row])))
            {
                training.Add(row);
            }
        }

        return new Split(ValueList.From(training), ValueList.From(test));
    }
}
