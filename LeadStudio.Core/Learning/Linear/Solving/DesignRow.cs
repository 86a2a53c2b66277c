using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear.Designs;

namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>A row of a <see cref="Design"/>, and a 1 for the intercept after it, that sums are made of.</summary>
internal sealed class DesignRow(FeatureMatrix features, Design design)
{
    private readonly double[] _numbers = new double[design.Numbers];
    private readonly int[] _ones = new int[design.Slots];
    private readonly int _intercept = design.Columns.Length;

    public void Read(int row) => design.Read(features.Row(row), _numbers, _ones);

    /// <summary>Reads a row, and multiplies it by weights.</summary>
    public double Read(int row, double[] weights)
    {
        Read(row);
        var sum = Kernels.Dot(_numbers, weights.AsSpan(0, _numbers.Length)) + weights[_intercept];
        foreach (var one in _ones)
        {
            sum += one >= 0 ? weights[one] : 0;
        }

        return sum;
    }

    public void AddTimes(double factor, Span<double> sums)
    {
        Kernels.AddTimes(factor, _numbers, sums);
        foreach (var one in _ones)
        {
            if (one >= 0)
            {
                sums[one] += factor;
            }
        }

        sums[_intercept] += factor;
    }

    /// <summary>Adds the row times itself to the lower triangle of a matrix.</summary>
    public void AddSquareTimes(double factor, double[] matrix)
    {
        var size = _intercept + 1;
        for (var number = 0; number < _numbers.Length; number++)
        {
            Kernels.AddTimes(factor * _numbers[number], _numbers.AsSpan(0, number + 1), matrix.AsSpan(number * size, number + 1));
        }

        for (var slot = 0; slot < _ones.Length; slot++)
        {
            var one = _ones[slot];
            if (one < 0)
            {
                continue;
            }

            Kernels.AddTimes(factor, _numbers, matrix.AsSpan(one * size, size));
            foreach (var other in _ones.AsSpan(0, slot + 1))
            {
                if (other >= 0)
                {
                    matrix[(Math.Max(one, other) * size) + Math.Min(one, other)] += factor;
                }
            }
        }

        AddTimes(factor, matrix.AsSpan(_intercept * size, size));
    }

    /// <summary>Adds the square of each column.</summary>
    public void AddSquaresTimes(double factor, double[] sums)
    {
        for (var number = 0; number < _numbers.Length; number++)
        {
            sums[number] += factor * _numbers[number] * _numbers[number];
        }

        foreach (var one in _ones)
        {
            if (one >= 0)
            {
                sums[one] += factor;
            }
        }

        sums[_intercept] += factor;
    }
}
