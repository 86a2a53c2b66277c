using System.ComponentModel.DataAnnotations;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Learns gradient-boosted trees for outcomes that come to pass or not, by histograms.</summary>
/// <remarks>docs/learner.md explains how, with its sources. The same rows, options and seed give the same model to the last bit, on any number of threads.</remarks>
public sealed class TreeTrainer : ITrainer
{
    private readonly TreeOptions _options;

    /// <summary>Initializes a new instance of the <see cref="TreeTrainer"/> class.</summary>
    /// <param name="options">How trees are grown.</param>
    /// <exception cref="ValidationException">An option is outside its range.</exception>
    public TreeTrainer(TreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        _options = options;
    }

    /// <inheritdoc />
    public string Name => "Boosted trees";

    /// <inheritdoc />
    public Result<Trained> Train(
        TrainingSet training, TrainingSet? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var grown = Grow(training, validation, progress, cancellationToken);
        return !grown.IsSuccess ? grown.Error
            : new Trained(validation is null ? grown.Value.Model : grown.Value.Take(GrownTrees.BestCount([grown.Value])));
    }

    /// <summary>Learns all trees, those after the best log-loss too.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">Rows to watch; null for none.</param>
    /// <param name="progress">Told after each tree.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The trees; or what is wrong with the rows, and what to do.</returns>
    internal Result<GrownTrees> Grow(TrainingSet training, TrainingSet? validation, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (TreeRows.WhyNot(training, validation, _options) is { } refused)
        {
            return refused;
        }

        var crew = new Crew(_options.Threads == 0 ? Environment.ProcessorCount : _options.Threads, cancellationToken);
        var binned = BinnedMatrix.Make(training, _options.MaxBins, crew);
        if (binned.Blocks.IsEmpty)
        {
            return new TrainingRefused("All rows are alike in every feature. Add features that tell them apart.");
        }

        return new Boosting(_options, training, validation, binned, crew).Run(progress, cancellationToken);
    }
}
