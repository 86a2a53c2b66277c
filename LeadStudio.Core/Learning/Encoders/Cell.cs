namespace LeadStudio.Core.Learning.Encoders;

/// <summary>A typed value of a row, or none.</summary>
/// <remarks>A blank text is missing, and so is a number that is not finite.</remarks>
public readonly record struct Cell
{
    private Cell(CellKind kind, double number, string? text) => (Kind, Number, Text) = (kind, number, text);

    /// <summary>Gets what it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>Gets the number; 1 or 0 of a boolean; the days since 1970-01-01 UTC of a date.</summary>
    internal double Number { get; }

    /// <summary>Gets the text.</summary>
    internal string? Text { get; }

    /// <summary>Makes a cell of a number.</summary>
    /// <param name="value">The number, or <see langword="null"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Of(double? value) => value is { } number && double.IsFinite(number) ? new(CellKind.Number, number, null) : default;

    /// <summary>Makes a cell of yes or no.</summary>
    /// <param name="value">Whether, or <see langword="null"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Of(bool? value) => value is { } yes ? new(CellKind.Boolean, yes ? 1 : 0, null) : default;

    /// <summary>Makes a cell of an instant.</summary>
    /// <param name="value">The instant, or <see langword="null"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Of(DateTimeOffset? value) => value is { } instant ? new(CellKind.Date, ToDays(instant), null) : default;

    /// <summary>Makes a cell of a choice or a text.</summary>
    /// <param name="value">The text, or <see langword="null"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Of(string? value) => string.IsNullOrWhiteSpace(value) ? default : new(CellKind.Text, 0, value);

    /// <summary>Counts the days from 1970-01-01 UTC.</summary>
    internal static double ToDays(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).TotalDays;
}
