using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>The kinds of calibration, the simplest first.</summary>
public enum CalibratorKind
{
    /// <summary><see cref="Uncalibrated"/>.</summary>
    None,

    /// <summary><see cref="PlattScaling"/>.</summary>
    Platt,

    /// <summary><see cref="IsotonicMap"/>.</summary>
    Isotonic,
}

/// <summary>How well a kind did on rows that it had not seen.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="LogLoss">The mean loss, in nats.</param>
/// <param name="AboveBest">How much that is above the best kind's; 0 for the best.</param>
/// <param name="StandardError">The standard error of <paramref name="AboveBest"/>, row by row.</param>
public readonly record struct CalibratorTrial(CalibratorKind Kind, double LogLoss, double AboveBest, double StandardError);

/// <summary>The calibration that was chosen.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Calibrator">The map, learnt from all rows.</param>
/// <param name="Trials">How each kind did, the simplest first.</param>
public sealed record CalibratorChoice(CalibratorKind Kind, Calibrator Calibrator, ValueList<CalibratorTrial> Trials);
