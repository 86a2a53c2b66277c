using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear.Designs;

namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>The log-loss of the training rows, and its derivatives, at given weights. The intercept is the last weight.</summary>
/// <remarks>Rows are cut into parts by their number alone, and the parts are added up in order: any number of threads gives the same bits.</remarks>
internal sealed class LogisticProblem(TrainingSet training, Design design, LogisticRegressionOptions options)
{
    private const int RowsOfPart = 4096;
    private const int MostParts = 8;
    private const int MostDoublesOfParts = 8_000_000;

    private readonly double[] _curvatures = new double[training.Features.RowCount];

    /// <summary>How many weights there are, with the intercept.</summary>
    public int Size { get; } = design.Columns.Length + 1;

    /// <summary>Computes the log-loss of all rows, in nats, times their weights and the strength.</summary>
    public double Loss(double[] weights) => AddUp(1, (row, scratch, sums) =>
    {
        sums[0] += WeightOf(row) * LogOdds.Loss(scratch.Read(row, weights), training.Labels[row]);
    })[0];

    /// <summary>Computes the gradient of <see cref="Loss"/>, and keeps the curvature of each row for the methods below.</summary>
    public double[] Gradient(double[] weights) => AddUp(Size, (row, scratch, sums) =>
    {
        var probability = LogOdds.ToProbability(scratch.Read(row, weights));
        var weight = WeightOf(row);
        _curvatures[row] = weight * probability * (1 - probability);
        scratch.AddTimes(weight * (probability - (training.Labels[row] ? 1 : 0)), sums);
    });

    /// <summary>Computes the second derivatives where <see cref="Gradient"/> was last asked for: the lower triangle, row after row.</summary>
    public double[] Hessian() => AddUp(Size * Size, (row, scratch, sums) =>
    {
        scratch.Read(row);
        scratch.AddSquareTimes(_curvatures[row], sums);
    });

    /// <summary>Computes the diagonal of the second derivatives.</summary>
    public double[] Diagonal() => AddUp(Size, (row, scratch, sums) =>
    {
        scratch.Read(row);
        scratch.AddSquaresTimes(_curvatures[row], sums);
    });

    /// <summary>Multiplies the second derivatives by a direction.</summary>
    public double[] Multiply(double[] direction) => AddUp(Size, (row, scratch, sums) =>
        scratch.AddTimes(_curvatures[row] * scratch.Read(row, direction), sums));

    private double[] AddUp(int size, Action<int, DesignRow, double[]> add)
    {
        var rows = training.Features.RowCount;
        var parts = Math.Clamp(Math.Min(rows / RowsOfPart, MostDoublesOfParts / size), 1, MostParts);
        var sums = new double[parts][];
        Parallel.For(0, parts, part =>
        {
            sums[part] = new double[size];
            var scratch = new DesignRow(training.Features, design);
            var end = (int)((long)rows * (part + 1) / parts);
            for (var row = (int)((long)rows * part / parts); row < end; row++)
            {
                add(row, scratch, sums[part]);
            }
        });
        foreach (var more in sums.AsSpan(1))
        {
            Kernels.AddTimes(1, more, sums[0]);
        }

        return sums[0];
    }

    private double WeightOf(int row) =>
        options.Strength * (training.Weights.IsEmpty ? 1 : training.Weights[row]) * (training.Labels[row] ? options.PositiveWeight : 1);
}
