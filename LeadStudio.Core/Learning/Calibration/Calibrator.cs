using System.Text.Json.Serialization;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>A map from the probabilities that a model gives to those that come true. It never turns their order round, but may make some equal.</summary>
[JsonConverter(typeof(CalibratorJsonConverter))]
public abstract record Calibrator
{
    private protected Calibrator()
    {
    }

    /// <summary>Maps one probability.</summary>
    /// <param name="probability">What the model gave, 0 to 1.</param>
    /// <returns>The calibrated probability, 0 to 1; the higher the input, the same or higher. NaN stays NaN.</returns>
    public abstract double Calibrate(double probability);

    /// <summary>Maps many.</summary>
    /// <param name="probabilities">What the model gave, each 0 to 1.</param>
    /// <param name="calibrated">Receives the calibrated ones; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Calibrate(ReadOnlySpan<double> probabilities, Span<double> calibrated)
    {
        if (probabilities.Length != calibrated.Length)
        {
            throw new ArgumentException(
                $"There are {probabilities.Length} probabilities and room for {calibrated.Length} results; pass room for as many.", nameof(calibrated));
        }

        for (var row = 0; row < probabilities.Length; row++)
        {
            calibrated[row] = Calibrate(probabilities[row]);
        }
    }
}
