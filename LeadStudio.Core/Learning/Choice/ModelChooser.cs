using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>Chooses a learner by what it says about rows that it has not seen.</summary>
/// <remarks>
/// Candidates are compared by the log-loss of each row, in pairs with the best. A simpler kind is chosen where its loss is above the best by two
/// standard errors at most: more is not known. Source of the rule, there with one: L. Breiman, J. H. Friedman, R. A. Olshen and C. J. Stone,
/// Classification and Regression Trees (1984), 3.4.3. The best of several, whose number of trees is found on the same rows, is a little flattered.
/// </remarks>
public static class ModelChooser
{
    /// <summary>Compares learners, and learns the model of the chosen one.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="progress">Told after each candidate; its loss is that of the best so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The choice; or what is wrong with the rows, and what to do.</returns>
    /// <exception cref="ValidationException">An option is outside its range.</exception>
    public static Result<Choice> Choose(
        TrainingSet rows, ChoiceOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new ChoiceOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (rows.Labels.IsEmpty)
        {
            return new TrainingRefused("There are no rows. Give rows of both outcomes, some hundred at least.");
        }

        var compared = Sample(rows, options);
        var folds = Splits.Stratified(compared.Labels, options.Folds, options.Seed);
        if (!folds.IsSuccess)
        {
            return folds.Error;
        }

        var (tried, untried) = TryAll(new CrossValidation(compared, folds.Value), options, progress, compared, cancellationToken);
        if (tried.Count == 0)
        {
            return new TrainingRefused(untried.FirstOrDefault()?.Why ?? "There is no candidate. Name one at least.");
        }

        var trials = Comparison.Of(tried, compared);
        var chosen = Comparison.Choose(trials);
        var calibration = CalibratorChooser.Choose(tried.Single(each => each.Candidate == chosen.Candidate).Probabilities, compared.Labels, WeightsOf(compared), seed: options.Seed);
        if (!calibration.IsSuccess)
        {
            return calibration.Error;
        }

        // A fold's models learn from a part of the rows; the last one, of more rows, bears as many more trees.
        var trees = (int)Math.Round(chosen.Trees * (1 + (1.0 / (options.Folds - 1)) / 2));
        var trained = CrossValidation.TrainerOf(chosen.Candidate, trees).Train(rows, null, null, cancellationToken);
        return trained.IsSuccess
            ? new Choice(chosen, Comparison.Explain(chosen, trials), trained.Value, calibration.Value, new([.. trials]), new([.. untried]))
            : trained.Error;
    }

    private static (List<Tried> Tried, List<Untried> Untried) TryAll(
        CrossValidation validation, ChoiceOptions options, IProgress<TrainingProgress>? progress, TrainingSet rows, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var (tried, untried) = (new List<Tried>(), new List<Untried>());
        foreach (var candidate in options.Candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tried.Count > 0 && Stopwatch.GetElapsedTime(start) >= options.Budget)
            {
                untried.Add(new Untried(candidate, string.Create(CultureInfo.InvariantCulture, $"The {options.Budget.TotalSeconds:0} seconds for comparing were over. Allow more.")));
                continue;
            }

            if (Try(validation, candidate, tried.Count > 0 ? options.Budget - Stopwatch.GetElapsedTime(start) : Timeout.InfiniteTimeSpan, cancellationToken) is var result && result.IsSuccess)
            {
                tried.Add(result.Value);
            }
            else
            {
                untried.Add(new Untried(candidate, result.Error!.Message));
            }

            progress?.Report(new TrainingProgress(tried.Count + untried.Count, options.Candidates.Count, tried.Count == 0 ? null : Comparison.Of(tried, rows)[0].LogLoss));
        }

        return (tried, untried);
    }

    private static Result<Tried> Try(CrossValidation validation, Candidate candidate, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(budget);
        try
        {
            return validation.Try(candidate, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TrainingRefused("The time for comparing was over before it was done. Allow more.");
        }
    }

    private static TrainingSet Sample(TrainingSet rows, ChoiceOptions options) =>
        rows.Labels.Length <= options.MostRows || Splits.HoldOut(rows.Labels, (double)options.MostRows / rows.Labels.Length, options.Seed) is not { IsSuccess: true } drawn
            ? rows
            : rows.Select(drawn.Value.Test.AsSpan());

    private static ReadOnlySpan<double> WeightsOf(TrainingSet rows) =>
        rows.Weights.IsEmpty ? default : Array.ConvertAll(rows.Weights.ToArray(), weight => (double)weight);
}
