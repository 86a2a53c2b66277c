using System.Buffers;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Encoders;

namespace LeadStudio.Core.Learning.Saving;

/// <summary>All that it takes to tell from typed cells how probable an outcome is: the encoder, the model and the calibration, which belong together.</summary>
/// <remarks>What a new category, a column that is missing or a cell of another type means is the encoder's business: see <see cref="TableEncoder"/>.</remarks>
public sealed class SavedModel
{
    /// <summary>Initializes a new instance of the <see cref="SavedModel"/> class.</summary>
    /// <param name="encoder">Makes the features.</param>
    /// <param name="model">Learned from these features.</param>
    /// <param name="calibrator">Learned from the probabilities of this model.</param>
    /// <exception cref="ArgumentException">The model asks for other features than the encoder makes.</exception>
    public SavedModel(TableEncoder encoder, IModel model, Calibrator calibrator)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(calibrator);
        if (!model.Features.SequenceEqual(encoder.Features))
        {
            throw new ArgumentException("The model asks for other features than the encoder makes. Give the encoder that made the rows that it was learned from.", nameof(model));
        }

        (Encoder, Model, Calibrator) = (encoder, model, calibrator);
    }

    /// <summary>Gets what makes the features.</summary>
    public TableEncoder Encoder { get; }

    /// <summary>Gets the model.</summary>
    public IModel Model { get; }

    /// <summary>Gets what turns the model's probabilities into shares that come true.</summary>
    public Calibrator Calibrator { get; }

    /// <summary>Makes one of what a comparison of learners found.</summary>
    /// <param name="encoder">Made the rows that were compared.</param>
    /// <param name="choice">The learner that was chosen.</param>
    /// <returns>The model.</returns>
    public static SavedModel Of(TableEncoder encoder, Choice.Choice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new SavedModel(encoder, choice.Trained.Model, choice.Calibration.Calibrator);
    }

    /// <summary>Tells how probable the outcome of a row is.</summary>
    /// <param name="cells">A cell for each feature of the encoder.</param>
    /// <param name="asOf">The instant that ages are counted to.</param>
    /// <returns>A probability, 0 to 1.</returns>
    /// <exception cref="ArgumentException">There are not as many cells as features.</exception>
    public double Probability(ReadOnlySpan<Cell> cells, DateTimeOffset asOf) => ProbabilityOf(Margin(cells, asOf));

    /// <summary>Computes the margin of a row, before calibration.</summary>
    /// <param name="cells">A cell for each feature of the encoder.</param>
    /// <param name="asOf">The instant that ages are counted to.</param>
    /// <returns>The logarithm of the odds; what <see cref="Explain"/> gives adds up to it.</returns>
    /// <exception cref="ArgumentException">There are not as many cells as features.</exception>
    public float Margin(ReadOnlySpan<Cell> cells, DateTimeOffset asOf)
    {
        var row = ArrayPool<float>.Shared.Rent(Encoder.Features.Length);
        var features = row.AsSpan(0, Encoder.Features.Length);
        Encoder.EncodeRow(cells, asOf, features);
        var margin = Model.Margin(features);
        ArrayPool<float>.Shared.Return(row);
        return margin;
    }

    /// <summary>Tells how probable the outcome of each row is.</summary>
    /// <param name="table">The columns, in any order.</param>
    /// <returns>A probability per row, 0 to 1.</returns>
    public double[] Probabilities(ColumnTable table)
    {
        var rows = Encoder.Encode(table);
        var margins = new float[rows.RowCount];
        Model.Margins(rows.Values, margins);
        return Array.ConvertAll(margins, ProbabilityOf);
    }

    /// <summary>Says what each feature adds to the margin of a row, before calibration.</summary>
    /// <param name="cells">A cell for each feature of the encoder.</param>
    /// <param name="asOf">The instant that ages are counted to.</param>
    /// <param name="contributions">Takes what each feature adds, in logarithms of odds.</param>
    /// <returns>What is there before any feature: with it, the contributions add up to the margin.</returns>
    /// <exception cref="ArgumentException">There are not as many cells or places as features.</exception>
    public double Explain(ReadOnlySpan<Cell> cells, DateTimeOffset asOf, Span<double> contributions)
    {
        var features = new float[Encoder.Features.Length];
        Encoder.EncodeRow(cells, asOf, features);
        return Model.Explain(features, contributions);
    }

    private double ProbabilityOf(float margin) => Calibrator.Calibrate(LogOdds.ToProbability(margin));
}
