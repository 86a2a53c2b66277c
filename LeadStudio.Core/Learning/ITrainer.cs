using System.Collections.Immutable;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning;

/// <summary>A way to learn a model from rows whose outcome is known. Another learner plugs in here.</summary>
public interface ITrainer
{
    /// <summary>Gets what it is called, for people.</summary>
    string Name { get; }

    /// <summary>Learns a model.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">Rows that it may watch, to know when to stop, and never learns from; null for none.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The model; or what is wrong with the rows, and what to do.</returns>
    Result<Trained> Train(TrainingSet training, TrainingSet? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>A model just learned.</summary>
/// <param name="Model">The model.</param>
/// <param name="Warnings">What whoever trained it should know, such as that it did not converge; each says what to do.</param>
public sealed record Trained(IModel Model, ImmutableArray<string> Warnings)
{
    /// <summary>Makes one without warnings.</summary>
    /// <param name="model">The model.</param>
    public Trained(IModel model)
        : this(model, [])
    {
    }
}

/// <summary>How far a training is.</summary>
/// <param name="Step">Steps done (trees, or passes of a solver), from 1.</param>
/// <param name="Steps">The most steps that it will do.</param>
/// <param name="ValidationLogLoss">The mean log-loss on the validation rows, in nats; null where there are none.</param>
public readonly record struct TrainingProgress(int Step, int Steps, double? ValidationLogLoss);
