using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Parts rows into those to train on and those to test on, by chance: the same seed gives the same parts, on every machine.</summary>
/// <remarks>With groups (such as the company of a lead) no group is on both sides; the parts are then only about as large and as alike as wanted.</remarks>
public static class Splits
{
    /// <summary>Parts rows into folds; each is tested on once.</summary>
    /// <param name="rows">How many rows, 1 or more.</param>
    /// <param name="folds">How many folds, 2 or more; without groups their sizes differ by 1 at most.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="groups">The group of each row; empty where each row is its own.</param>
    /// <returns>A split for each fold, or <see cref="TooFewRows"/> where there are fewer rows or groups than folds.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or lengths differ.</exception>
    public static Result<ValueList<Split>> KFold(int rows, int folds, int seed, ReadOnlySpan<int> groups = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return Fold(new bool[rows], folds, seed, groups, needsBoth: false);
    }

    /// <summary>Parts rows into folds that have the labels in the same proportion; each is tested on once.</summary>
    /// <param name="labels">The label of each row.</param>
    /// <param name="folds">How many folds, 2 or more; without groups their counts of a label differ by 1 at most.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="groups">The group of each row; empty where each row is its own.</param>
    /// <returns>A split for each fold, each with both labels on both sides, or <see cref="TooFewRows"/> or <see cref="OnlyOneOutcome"/>.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or lengths differ.</exception>
    public static Result<ValueList<Split>> Stratified(ReadOnlySpan<bool> labels, int folds, int seed, ReadOnlySpan<int> groups = default) =>
        Fold(labels, folds, seed, groups, needsBoth: true);

    /// <summary>Holds a part of the rows out that has the labels in the same proportion.</summary>
    /// <param name="labels">The label of each row.</param>
    /// <param name="testShare">The share of the rows to test on, above 0 and below 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="groups">The group of each row; empty where each row is its own.</param>
    /// <returns>The split, with both labels on both sides, or <see cref="TooFewRows"/> or <see cref="OnlyOneOutcome"/>.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, or lengths differ.</exception>
    public static Result<Split> HoldOut(ReadOnlySpan<bool> labels, double testShare, int seed, ReadOnlySpan<int> groups = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(testShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(testShare, 1);
        CheckLengths(labels, groups);
        if (RowChecks.FindOnlyOutcome(labels, []) is { } error)
        {
            return error;
        }

        var partOfRow = FoldAssignment.Assign(labels, [1 - testShare, testShare], seed, groups);
        return FindLack(labels, partOfRow, 2, needsBoth: true) is { } lack ? lack : Split.Around(partOfRow, 1);
    }

    private static Result<ValueList<Split>> Fold(ReadOnlySpan<bool> labels, int folds, int seed, ReadOnlySpan<int> groups, bool needsBoth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        CheckLengths(labels, groups);
        if (needsBoth && RowChecks.FindOnlyOutcome(labels, []) is { } error)
        {
            return error;
        }

        if (folds > labels.Length)
        {
            return new TooFewRows(folds, $"There are {labels.Length} rows for {folds} folds; add rows, or take fewer folds.");
        }

        var shares = new double[folds];
        Array.Fill(shares, 1.0 / folds);
        var partOfRow = FoldAssignment.Assign(labels, shares, seed, groups);
        if (FindLack(labels, partOfRow, folds, needsBoth) is { } lack)
        {
            return lack;
        }

        var splits = new Split[folds];
        for (var fold = 0; fold < folds; fold++)
        {
            splits[fold] = Split.Around(partOfRow, fold);
        }

        return new ValueList<Split>(splits);
    }

    private static void CheckLengths(ReadOnlySpan<bool> labels, ReadOnlySpan<int> groups)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(labels));
        }

        if (!groups.IsEmpty && groups.Length != labels.Length)
        {
            throw new ArgumentException($"There are {labels.Length} rows and {groups.Length} groups; pass one group for each row, or none.", nameof(groups));
        }
    }

    private static TooFewRows? FindLack(ReadOnlySpan<bool> labels, ReadOnlySpan<int> partOfRow, int parts, bool needsBoth)
    {
        var counts = new int[parts, 2];
        for (var row = 0; row < labels.Length; row++)
        {
            counts[partOfRow[row], labels[row] ? 1 : 0]++;
        }

        for (var part = 0; part < parts; part++)
        {
            if (needsBoth ? counts[part, 0] == 0 || counts[part, 1] == 0 : counts[part, 0] == 0)
            {
                var what = !needsBoth ? "row or group" : counts[part, 1] == 0 ? "row with the outcome yes" : "row with the outcome no";
                return new TooFewRows(parts, $"Of {parts} parts one got no {what}; add rows, or take fewer or larger parts.");
            }
        }

        return null;
    }
}
