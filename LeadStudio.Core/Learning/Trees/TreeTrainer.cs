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
        ArgumentNullException.ThrowIfNull(training);
        if (TreeRows.WhyNot(training, validation, _options) is { } refused)
        {
            return refused;
        }

        var work = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads == 0 ? Environment.ProcessorCount : _options.Threads, CancellationToken = cancellationToken };
        var binned = BinnedMatrix.Make(training, _options.MaxBins, work);
        if (binned.Blocks.IsEmpty)
        {
            return new TrainingRefused("All rows are alike in every feature. Add features that tell them apart.");
        }

        return new Trained(new Boosting(_options, training, validation, binned, work).Run(progress, cancellationToken));
    }
}
