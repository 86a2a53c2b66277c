using System.Collections.Immutable;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>Makes features of typed columns, in the way learned from the training rows; it belongs to the model and is saved with it.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A number is a number (beyond the range of <see cref="float"/>: the nearest end of it), yes is 1 and no 0, an instant is its age in days at the
/// instant of the row, and missing where it lies after that. A text is the category of exactly these characters.</item>
/// <item>Texts in too few training rows, and all past the 253 most frequent, share one category. A text that was not there in training is missing.</item>
/// <item>A column that is not there is missing in every row; one that training did not have is not looked at.</item>
/// <item>A cell of another type than in training: a number or a boolean among texts is looked up as its invariant text (<c>12.5</c>, <c>True</c>); a text is read
/// as a number, <c>true</c> or <c>false</c>, or a date in invariant form (UTC where it names no offset); a boolean among numbers is 1 or 0, and 1 and 0 among booleans are yes and no.
/// Whatever cannot be read so is missing.</item>
/// </list>
/// </remarks>
public sealed class TableEncoder
{
    private readonly ImmutableArray<ColumnEncoding> _encodings;

    internal TableEncoder(ImmutableArray<ColumnEncoding> encodings, ImmutableArray<LeftOutColumn> leftOut)
    {
        (_encodings, LeftOut) = (encodings, leftOut);
        Features = [.. encodings.Select(encoding => encoding.Feature)];
    }

    /// <summary>Gets the features, each with the name of its column; <see cref="EncodeRow"/> takes cells in this order.</summary>
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Gets the columns of the training rows that became no feature, and why.</summary>
    public ImmutableArray<LeftOutColumn> LeftOut { get; }

    internal ImmutableArray<ColumnEncoding> Encodings => _encodings;

    /// <summary>Learns how columns become features.</summary>
    /// <param name="training">The columns of the training rows.</param>
    /// <param name="options">How; the defaults where <see langword="null"/>.</param>
    /// <returns>The encoder, or <see cref="TrainingRefused"/> where no column says anything.</returns>
    public static Result<TableEncoder> Fit(ColumnTable training, EncoderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        var encodings = ImmutableArray.CreateBuilder<ColumnEncoding>();
        var leftOut = ImmutableArray.CreateBuilder<LeftOutColumn>();
        foreach (var column in training.Columns)
        {
            var (encoding, reason) = ColumnFitter.Fit(column, training.AsOf, options ?? new EncoderOptions());
            if (encoding is not null)
            {
                encodings.Add(encoding);
            }
            else
            {
                leftOut.Add(new LeftOutColumn(column.Name, reason ?? ""));
            }
        }

        return encodings.Count > 0
            ? new TableEncoder(encodings.ToImmutable(), leftOut.ToImmutable())
            : new TrainingRefused("No column tells the rows apart: each is empty, the same in every row, or different in every row. Add columns, or rows.");
    }

    /// <summary>Makes features of rows.</summary>
    /// <param name="table">Their columns, in any order.</param>
    /// <returns>The rows, with <see cref="Features"/>.</returns>
    public FeatureMatrix Encode(ColumnTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var byName = table.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var values = new float[(long)table.RowCount * _encodings.Length];
        for (var feature = 0; feature < _encodings.Length; feature++)
        {
            var encoding = _encodings[feature];
            var column = byName.GetValueOrDefault(encoding.Name);
            for (var (row, at) = (0, feature); row < table.RowCount; row++, at += _encodings.Length)
            {
                values[at] = column is null ? float.NaN : encoding.Encode(column[row], Cell.ToDays(table.AsOf[row]));
            }
        }

        return new FeatureMatrix(Features, values);
    }

    /// <summary>Makes features of a row; allocates nothing.</summary>
    /// <param name="cells">A cell for each of <see cref="Features"/>.</param>
    /// <param name="asOf">The instant that ages are counted to.</param>
    /// <param name="features">Takes a value, or NaN, for each feature.</param>
    /// <exception cref="ArgumentException">There are not as many cells or places as features.</exception>
    public void EncodeRow(ReadOnlySpan<Cell> cells, DateTimeOffset asOf, Span<float> features)
    {
        if (cells.Length != _encodings.Length || features.Length != _encodings.Length)
        {
            throw new ArgumentException($"There are {_encodings.Length} features. Give a cell and a place for each.", nameof(cells));
        }

        var asOfDays = Cell.ToDays(asOf);
        for (var feature = 0; feature < cells.Length; feature++)
        {
            features[feature] = _encodings[feature].Encode(cells[feature], asOfDays);
        }
    }

    /// <summary>Says which text a category stands for.</summary>
    /// <param name="feature">Which of <see cref="Features"/>, from 0.</param>
    /// <param name="category">The number of the category, from 0.</param>
    /// <returns>The text; <see langword="null"/> of the category that rare texts share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The feature has no such category.</exception>
    public string? TextOf(int feature, int category)
    {
        var encoding = _encodings[feature];
        ArgumentOutOfRangeException.ThrowIfNegative(category);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(category, encoding.Levels.Length + (encoding.Rare.IsEmpty ? 0 : 1));
        return category < encoding.Levels.Length ? encoding.Levels[category] : null;
    }
}
