using System.Collections.Immutable;
using System.Globalization;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>How the cells of a column become a feature, as learned from training.</summary>
/// <remarks>The one place that says what a cell means, whatever its type, in training and later.</remarks>
internal sealed class ColumnEncoding
{
    private readonly CategoryCodes _codes;

    /// <summary>Initializes a new instance of the <see cref="ColumnEncoding"/> class.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="kind">What it held in training.</param>
    /// <param name="levels">Of texts: those with a category of their own, in the order of their numbers.</param>
    /// <param name="rare">Of texts: those that share the category after the last level.</param>
    public ColumnEncoding(string name, CellKind kind, ImmutableArray<string> levels, ImmutableArray<string> rare)
    {
        (Name, Kind, Levels, Rare) = (name, kind, levels, rare);
        _codes = new CategoryCodes(levels, rare);
    }

    public string Name { get; }

    public CellKind Kind { get; }

    public ImmutableArray<string> Levels { get; }

    public ImmutableArray<string> Rare { get; }

    public Feature Feature => new(Name, Kind == CellKind.Text ? FeatureKind.Category : FeatureKind.Number);

    public float Encode(Cell cell, double asOfDays) => Kind switch
    {
        _ when cell.Kind == CellKind.Missing => float.NaN,
        CellKind.Number => Clamp(ToNumber(cell)),
        CellKind.Boolean => ToBoolean(cell),
        CellKind.Date => ToAge(ToDays(cell), asOfDays),
        CellKind.Text => ToCategory(cell),
        CellKind.Missing => float.NaN,
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };

    private static double ToNumber(Cell cell) => cell.Kind switch
    {
        CellKind.Number or CellKind.Boolean => cell.Number,
        CellKind.Text when double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => double.NaN,
    };

    private static float ToBoolean(Cell cell) => cell.Kind switch
    {
        CellKind.Boolean => (float)cell.Number,
        CellKind.Number when cell.Number is 0 or 1 => (float)cell.Number,
        CellKind.Text when bool.TryParse(cell.Text, out var yes) => yes ? 1 : 0,
        _ => float.NaN,
    };

    private static double ToDays(Cell cell) => cell.Kind switch
    {
        CellKind.Date => cell.Number,
        CellKind.Text when DateTimeOffset.TryParse(cell.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => Cell.ToDays(instant),
        _ => double.NaN,
    };

    // What has not happened by then is not known by then.
    private static float ToAge(double days, double asOfDays) => days <= asOfDays ? (float)(asOfDays - days) : float.NaN;

    private static float Clamp(double number) => (float)Math.Clamp(number, float.MinValue, float.MaxValue);

    private float ToCategory(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                return _codes.Find(cell.Text);
            case CellKind.Boolean:
                return _codes.Find(cell.Number == 1 ? bool.TrueString : bool.FalseString);
            case CellKind.Number:
                Span<char> text = stackalloc char[32];
                return cell.Number.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture) ? _codes.Find(text[..length]) : float.NaN;
            default:
                return float.NaN;
        }
    }
}
