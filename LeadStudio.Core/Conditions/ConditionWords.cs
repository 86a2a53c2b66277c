using System.Globalization;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Says conditions in words: "Country is DE or FR", "Last seen in the last 7 days".</summary>
/// <param name="catalog">The fields, whose labels are used; an unknown field is called by its key.</param>
public sealed class ConditionWords(IColumnCatalog catalog)
{
    /// <summary>Says a condition as one sentence without a full stop.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The sentence.</returns>
    public string Say(Condition condition) => condition switch
    {
        AllCondition { Items.Count: 0 } => "always",
        AnyCondition { Items.Count: 0 } => "never",
        AllCondition all => Join(all.Items, " and "),
        AnyCondition any => Join(Together(any.Items), " or "),
        NotCondition not => $"not ({Say(not.Item)})",
        Predicate predicate => SayPredicate(predicate),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    // "has the word CEO or CTO" instead of "has the word CEO or has the word CTO". Not where it would be read as another thing, as with "is not".
    private static ValueList<Condition> Together(ValueList<Condition> items)
    {
        var said = new List<Condition>();
        foreach (var item in items)
        {
            if (item is Predicate { Operator: Operator.HasWord or Operator.Contains or Operator.StartsWith or Operator.EndsWith } next
                && said.LastOrDefault() is Predicate last && (last.Field, last.Operator) == (next.Field, next.Operator))
            {
                said[^1] = last with { Operands = [.. last.Operands, .. next.Operands] };
            }
            else
            {
                said.Add(item);
            }
        }

        return [.. said];
    }

    private string Join(ValueList<Condition> items, string word) => items.Count == 1
        ? Say(items[0])
        : string.Join(word, items.Select(item => item is AllCondition { Items.Count: > 1 } or AnyCondition { Items.Count: > 1 } ? $"({Say(item)})" : Say(item)));

    private string SayPredicate(Predicate predicate)
    {
        var column = catalog.Find(predicate.Field);
        var form = Operators.Describe(predicate.Operator);
        var values = predicate.Operands.Select(operand => Value(operand, column)).ToArray();
        var start = column?.Label ?? predicate.Field;
        return predicate.Operator switch
        {
            Operator.IsOneOf => $"{start} is {List(values, "or")}",
            Operator.HasAllOf => $"{start} has {List(values, "and")}",
            Operator.HasAnyOf => $"{start} has {List(values, "or")}",
            _ => form.Shape switch
            {
                OperandShape.None => $"{start} {form.Label}",
                OperandShape.Days => $"{start} {form.Label} {List(values, "or")} {(values is ["1"] ? "day" : "days")}",
                OperandShape.Two => $"{start} {form.Label} {List(values, "and")}",
                OperandShape.One or OperandShape.Many => $"{start} {form.Label} {List(values, "or")}",
                _ => throw new InvalidOperationException($"Unknown shape {form.Shape}."),
            },
        };
    }

    private static string List(string[] values, string word) => values.Length < 2
        ? string.Concat(values)
        : $"{string.Join(", ", values[..^1])} {word} {values[^1]}";

    private static string Value(Operand operand, ColumnDescription? column) => operand.Kind switch
    {
        OperandKind.Number => operand.Number.ToString("#,0.######", CultureInfo.InvariantCulture),
        OperandKind.Boolean => operand.Number != 0 ? "yes" : "no",
        OperandKind.Text => column?.Type is ColumnType.Choice && ValueReader.FindOption(operand, column) is { } option ? option.Label : operand.ToString(),
        _ => throw new InvalidOperationException($"Unknown kind {operand.Kind}."),
    };
}
