using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Learns gradient-boosted trees for outcomes that come to pass or not, by histograms.</summary>
/// <remarks>docs/learner.md explains how, with its sources. The same rows, options and seed give the same model to the last bit, on any number of threads.</remarks>
/// <param name="options">How trees are grown.</param>
public sealed class TreeTrainer(TreeOptions options) : ITrainer
{
    /// <inheritdoc />
    public string Name => "Boosted trees";

    /// <inheritdoc />
    public Result<Trained> Train(
        TrainingSet training, TrainingSet? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (TreeRows.WhyNot(training, validation, options) is { } refused)
        {
            return refused;
        }

        var work = new ParallelOptions { MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads, CancellationToken = cancellationToken };
        var binned = BinnedMatrix.Make(training, options.MaxBins, work);
        if (binned.Blocks.IsEmpty)
        {
            return new TrainingRefused("All rows are alike in every feature. Add features that tell them apart.");
        }

        return new Trained(new Boosting(options, training, validation, binned, work).Run(progress, cancellationToken));
    }
}
