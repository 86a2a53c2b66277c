using System.Collections.Immutable;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear.Designs;
using LeadStudio.Core.Learning.Linear.Solving;

namespace LeadStudio.Core.Learning.Linear;

/// <summary>Learns a <see cref="LogisticRegressionModel"/>: for few rows, and where people want to read the whole model.</summary>
/// <remarks>The same rows give the same model to the last bit, with any number of threads. It looks at no seed, and stops by itself: validation rows are only reported on.</remarks>
/// <param name="options">How; the defaults where <see langword="null"/>.</param>
public sealed class LogisticRegressionTrainer(LogisticRegressionOptions? options = null) : ITrainer
{
    private readonly LogisticRegressionOptions _options = options ?? new LogisticRegressionOptions();

    /// <inheritdoc />
    public string Name => "Logistic regression";

    /// <inheritdoc />
    public Result<Trained> Train(
        TrainingSet training, TrainingSet? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (FindProblem(training) is { } problem)
        {
            return problem;
        }

        var design = Design.Learn(training, _options);
        if (design.Columns.IsEmpty)
        {
            return new TrainingRefused("Every column is empty or the same in every row, so none tells the rows apart. Add columns, or rows.");
        }

        var mostWeights = _options.Penalty == Penalty.Sizes ? ProximalNewtonSolver.MostWeights : int.MaxValue;
        if (design.Columns.Length >= mostWeights)
        {
            return new TrainingRefused(
                $"The columns have {design.Columns.Length} terms, and the penalty on sizes can take up to {mostWeights - 1}. Raise the minimum count of a category, or take the penalty on squares.");
        }

        var features = training.Features.Features;
        void Report(int pass, double[] weights) => progress?.Report(
            new TrainingProgress(pass, _options.MostPasses, validation is null ? null : LogLoss(MakeModel(features, design, weights), validation)));

        var solution = Solve(new LogisticProblem(training, design, _options), StartAt(training, design), Report, cancellationToken);
        return new Trained(MakeModel(features, design, solution.Weights), WarningsOf(solution));
    }

    private static InvalidError? FindProblem(TrainingSet training)
    {
        if (training.Features.RowCount < 2)
        {
            return new TrainingRefused("There are fewer than two rows. Add rows of both outcomes.");
        }

        var yes = training.Labels.Contains(value: true);
        return yes && training.Labels.Contains(value: false)
            ? null
            : new OnlyOneOutcome(yes);
    }

    private static LogisticRegressionModel MakeModel(ImmutableArray<Feature> features, Design design, double[] weights)
    {
        ImmutableArray<LinearTerm> terms = [.. design.Columns.Select((column, at) => column with { Weight = weights[at] })];
        return new LogisticRegressionModel(features, weights[^1] + terms.Where(term => term.IsYesOrNo).Sum(term => term.Weight * term.Mean), terms);
    }

    private static double LogLoss(LogisticRegressionModel model, TrainingSet rows)
    {
        var (sum, total) = (0.0, 0.0);
        for (var row = 0; row < rows.Features.RowCount; row++)
        {
            var weight = rows.WeightOf(row);
            sum += weight * LogOdds.Loss(model.ExactMargin(rows.Features.Row(row)), rows.Labels[row]);
            total += weight;
        }

        return sum / total;
    }

    private Solution Solve(LogisticProblem problem, double[] start, Action<int, double[]> report, CancellationToken cancellationToken) => _options.Penalty switch
    {
        Penalty.Squares => NewtonSolver.Solve(problem, start, _options, report, cancellationToken),
        Penalty.Sizes => ProximalNewtonSolver.Solve(problem, start, _options, report, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown penalty {_options.Penalty}."),
    };

    /// <summary>Starts with what is best without any column: the odds of the outcome.</summary>
    private double[] StartAt(TrainingSet training, Design design)
    {
        var (yes, no) = (0.0, 0.0);
        for (var row = 0; row < training.Features.RowCount; row++)
        {
            (training.Labels[row] ? ref yes : ref no) += training.Weights.IsEmpty ? 1 : training.Weights[row];
        }

        var weights = new double[design.Columns.Length + 1];
        weights[^1] = Math.Log(yes * _options.PositiveWeight / no);
        return weights;
    }

    private ImmutableArray<string> WarningsOf(Solution solution) => solution.HasConverged
        ? []
        : [$"The solver did not converge in {solution.Passes} passes, so the weights may be off. Allow more than {_options.MostPasses} passes, lower the strength from {_options.Strength}, or raise the tolerance from {_options.Tolerance}."];
}
