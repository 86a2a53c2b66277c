using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>All that the JSON form, the text form, the sentences, the validation and the editors know of one operator.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="JsonName">Its member in the JSON form, such as <c>notIn</c>.</param>
/// <param name="Text">Its words in the text form, such as <c>not in</c>; values come after them.</param>
/// <param name="Label">Its words for people, such as "is none of".</param>
/// <param name="Shape">The values that it takes.</param>
/// <param name="Types">The types of field that it compares.</param>
public sealed record OperatorDescription(
    Operator Operator, string JsonName, string Text, string Label, OperandShape Shape, ValueList<ColumnType> Types)
{
    /// <summary>Says whether it takes this number of values.</summary>
    /// <param name="count">The number of values.</param>
    /// <returns>Whether the number fits.</returns>
    public bool Takes(int count) => Shape switch
    {
        OperandShape.None => count == 0,
        OperandShape.One or OperandShape.Days => count == 1,
        OperandShape.Two => count == 2,
        OperandShape.Many => count >= 1,
        _ => throw new InvalidOperationException($"Unknown shape {Shape}."),
    };
}

/// <summary>The values that an operator takes.</summary>
public enum OperandShape
{
    /// <summary>No value.</summary>
    None,

    /// <summary>One value.</summary>
    One,

    /// <summary>A lower and an upper value.</summary>
    Two,

    /// <summary>One value or more.</summary>
    Many,

    /// <summary>A whole number of days, 1 to <see cref="ConditionLimits.Days"/>.</summary>
    Days,
}
