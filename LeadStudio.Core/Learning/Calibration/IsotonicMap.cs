using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>The rising map that fits best, whatever its shape; it needs some hundred rows of each label to beat two numbers.</summary>
/// <remarks>Straight between its knots, level beyond them, as scikit-learn's <c>IsotonicRegression</c> with <c>out_of_bounds="clip"</c>.</remarks>
public sealed record IsotonicMap : Calibrator
{
    /// <summary>Initializes a new instance of the <see cref="IsotonicMap"/> class.</summary>
    /// <param name="inputs">The inputs of the knots, 1 or more, finite and ascending.</param>
    /// <param name="outputs">Their outputs, as many, 0 to 1, none below the one before it.</param>
    /// <exception cref="ArgumentException">The knots are not so.</exception>
    public IsotonicMap(ValueList<double> inputs, ValueList<double> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Count == 0 || outputs.Count != inputs.Count)
        {
            throw new ArgumentException($"There are {inputs.Count} inputs and {outputs.Count} outputs; pass one or more, as many of both.", nameof(outputs));
        }

        for (var knot = 0; knot < inputs.Count; knot++)
        {
            if (!double.IsFinite(inputs[knot]) || (knot > 0 && !(inputs[knot] > inputs[knot - 1])))
            {
                throw new ArgumentException($"Input {knot} is {inputs[knot]}; pass finite inputs, each above the one before.", nameof(inputs));
            }

            if (!(outputs[knot] >= (knot == 0 ? 0 : outputs[knot - 1]) && outputs[knot] <= 1))
            {
                throw new ArgumentException($"Output {knot} is {outputs[knot]}; pass outputs from 0 to 1, none below the one before.", nameof(outputs));
            }
        }

        (Inputs, Outputs) = (inputs, outputs);
    }

    /// <summary>Gets the inputs of the knots, ascending.</summary>
    public ValueList<double> Inputs { get; }

    /// <summary>Gets the outputs of the knots.</summary>
    public ValueList<double> Outputs { get; }

    /// <summary>Learns the map.</summary>
    /// <param name="probabilities">What the model gave for rows that it was not trained on, 0 to 1.</param>
    /// <param name="labels">What came true, one for each probability.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <param name="margin">How far outputs are kept from 0 and 1, 0 to below 0.5; default 0. Else rows at the ends become certain, which no count of rows warrants.</param>
    /// <returns>The map, or <see cref="OnlyOneOutcome"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static Result<IsotonicMap> Fit(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default, double margin = 0)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(margin, 0.5);
        var ranked = RankedRows.Of(probabilities, labels, weights);
        return ranked.IsSuccess ? PooledBlocks.Of(ranked.Value).ToMap(margin) : ranked.Error;
    }

    /// <inheritdoc />
    public override double Calibrate(double probability)
    {
        if (double.IsNaN(probability))
        {
            return probability;
        }

        var knot = Inputs.AsSpan().BinarySearch(probability);
        if (knot >= 0)
        {
            return Outputs[knot];
        }

        var above = ~knot;
        if (above == 0 || above == Inputs.Count)
        {
            return Outputs[Math.Min(above, Inputs.Count - 1)];
        }

        var (low, high) = (Outputs[above - 1], Outputs[above]);
        var share = (probability - Inputs[above - 1]) / (Inputs[above] - Inputs[above - 1]);
        return Math.Min(low + ((high - low) * share), high); // rounding must not pass the next knot
    }
}
