namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Leaves probabilities as they are: right where the model is calibrated already, as one that minimises log-loss often is.</summary>
public sealed record Uncalibrated : Calibrator
{
    /// <inheritdoc />
    public override double Calibrate(double probability) => probability;
}
