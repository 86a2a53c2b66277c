using System.Globalization;

namespace LeadStudio.Core.Conditions;

/// <summary>A value as written in a condition. Dates are texts in ISO form and options are texts with their label.</summary>
public readonly record struct Operand
{
    private readonly string? _text;
    private readonly double _number;

    private Operand(OperandKind kind, string? text, double number) => (Kind, _text, _number) = (kind, text, number);

    /// <summary>Gets what kind of value it is.</summary>
    public OperandKind Kind { get; }

    /// <summary>Gets the number; 1 or 0 for a truth value, 0 for a text.</summary>
    public double Number => _number;

    /// <summary>Makes a text.</summary>
    /// <param name="text">The text as written, not folded.</param>
    /// <returns>The operand.</returns>
    public static Operand From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Operand(OperandKind.Text, text, 0);
    }

    /// <summary>Makes a number.</summary>
    /// <param name="number">Any finite number.</param>
    /// <returns>The operand.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number.</exception>
    public static Operand From(double number) => double.IsFinite(number)
        ? new Operand(OperandKind.Number, null, number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A condition compares with finite numbers.");

    /// <summary>Makes a truth value.</summary>
    /// <param name="truth">The value.</param>
    /// <returns>The operand.</returns>
    public static Operand From(bool truth) => new(OperandKind.Boolean, null, truth ? 1 : 0);

#pragma warning disable CA2225 // The named alternates are called From.
    /// <summary>Makes a text.</summary>
    /// <param name="text">The text as written.</param>
    public static implicit operator Operand(string text) => From(text);

    /// <summary>Makes a number.</summary>
    /// <param name="number">Any finite number.</param>
    public static implicit operator Operand(double number) => From(number);

    /// <summary>Makes a truth value.</summary>
    /// <param name="truth">The value.</param>
    public static implicit operator Operand(bool truth) => From(truth);
#pragma warning restore CA2225

    /// <summary>Gives the value as text: the text itself, the shortest exact number, or true or false.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Kind switch
    {
        OperandKind.Text => _text ?? "",
        OperandKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        OperandKind.Boolean => _number != 0 ? "true" : "false",
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };

    /// <summary>Reads the value as a number, also from a text such as "200".</summary>
    /// <param name="number">The number, finite.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryGetNumber(out double number)
    {
        number = _number;
        return Kind is OperandKind.Number
            || (Kind is OperandKind.Text
                && double.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                && double.IsFinite(number));
    }

    /// <summary>Reads the value as a truth value, also from the texts "true" and "false".</summary>
    /// <param name="truth">The value.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryGetBoolean(out bool truth)
    {
        truth = Kind is OperandKind.Boolean && _number != 0;
        return Kind is OperandKind.Boolean || (Kind is OperandKind.Text && bool.TryParse(_text, out truth));
    }
}

/// <summary>The kinds of values that a condition can hold.</summary>
public enum OperandKind
{
    /// <summary>A text; also a date in ISO form or the label of an option.</summary>
    Text,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
