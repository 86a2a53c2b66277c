using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Writes conditions in text form with as few quotes and parentheses as reading back allows.</summary>
internal static class FilterPrinter
{
    public static string Print(Condition condition) => condition switch
    {
        AllCondition { Items.Count: < 2 } all => $"all({List(all.Items)})",
        AnyCondition { Items.Count: < 2 } any => $"any({List(any.Items)})",
        AllCondition all => string.Join(" and ", all.Items.Select(item => IsGroup(item) ? $"({Print(item)})" : Print(item))),
        AnyCondition any => string.Join(" or ", any.Items.Select(item => item is AnyCondition { Items.Count: >= 2 } ? $"({Print(item)})" : Print(item))),
        NotCondition { Item: var item } => IsGroup(item) ? $"not ({Print(item)})" : $"not {Print(item)}",
        Predicate predicate => PrintPredicate(predicate),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private static bool IsGroup(Condition condition) => condition is AllCondition { Items.Count: >= 2 } or AnyCondition { Items.Count: >= 2 };

    private static string List(ValueList<Condition> items) => string.Join(", ", items.Select(Print));

    private static string PrintPredicate(Predicate predicate)
    {
        var form = Operators.Describe(predicate.Operator);
        var start = $"{Field(predicate.Field)} {form.Text}";
        var values = predicate.Operands.Select(Value);
        return form.Shape switch
        {
            OperandShape.None => start,
            OperandShape.One => $"{start} {string.Join(", ", values)}",
            OperandShape.Two => $"{start} {string.Join(" and ", values)}",
            OperandShape.Many => $"{start} ({string.Join(", ", values)})",
            OperandShape.Days => $"{start} {string.Join(", ", values)} days",
            _ => throw new InvalidOperationException($"Unknown shape {form.Shape}."),
        };
    }

    private static string Field(string key) => FilterLexer.IsBare(key) ? key : Quote(key, '`');

    private static string Value(Operand operand) => operand.Kind is not OperandKind.Text || FilterLexer.IsBare(operand.ToString())
        ? operand.ToString()
        : Quote(operand.ToString(), '"');

    private static string Quote(string text, char quote) =>
        quote + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal) + quote;
}
