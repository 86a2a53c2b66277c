using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Which rows to train on and which to test on.</summary>
/// <param name="Training">The places of the rows to train on, ascending.</param>
/// <param name="Test">The places of the rows to test on, ascending; none of them is in <paramref name="Training"/>.</param>
public sealed record Split(ValueList<int> Training, ValueList<int> Test)
{
    /// <summary>Tests on the rows of one part and trains on all others.</summary>
    internal static Split Around(ReadOnlySpan<int> partOfRow, int part)
    {
        var tested = partOfRow.Count(part);
        var (training, test) = (new int[partOfRow.Length - tested], new int[tested]);
        var (trainings, tests) = (0, 0);
        for (var row = 0; row < partOfRow.Length; row++)
        {
            if (partOfRow[row] == part)
            {
                test[tests++] = row;
            }
            else
            {
                training[trainings++] = row;
            }
        }

        return new Split(new ValueList<int>(training), new ValueList<int>(test));
    }
}
