using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Checks conditions against the fields that exist.</summary>
/// <param name="catalog">The fields.</param>
public sealed class ConditionValidator(IColumnCatalog catalog)
{
    /// <summary>Checks a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>All problems from left to right; empty if there is none.</returns>
    public IReadOnlyList<ConditionProblem> Check(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (ConditionTree.Depth(condition) > ConditionLimits.Depth)
        {
            return [Error("", $"The condition is nested deeper than {ConditionLimits.Depth} levels; flatten it.")];
        }

        var predicates = condition.Predicates().Count();
        return predicates > ConditionLimits.Predicates
            ? [Error("", $"The condition has {predicates} predicates, more than {ConditionLimits.Predicates}; split it.")]
            : [.. Check(condition, "")];
    }

    private IEnumerable<ConditionProblem> Check(Condition condition, string path) => condition switch
    {
        AllCondition all => CheckItems(all.Items, "all", path),
        AnyCondition any => CheckItems(any.Items, "any", path),
        NotCondition not => Check(not.Item, ConditionTree.Join(path, "not")),
        Predicate predicate => CheckPredicate(predicate, path),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private IEnumerable<ConditionProblem> CheckItems(ValueList<Condition> items, string name, string path) => items.Count == 0
        ? [Error(ConditionTree.Join(path, name), $"This group is empty; add a condition to it or remove it.")]
        : items.SelectMany((item, index) => Check(item, ConditionTree.Join(path, $"{name}[{index}]")));

    private IEnumerable<ConditionProblem> CheckPredicate(Predicate predicate, string path)
    {
        if (catalog.Find(predicate.Field) is not { } column)
        {
            var guess = Suggestion.For(predicate.Field, catalog.Columns.Select(item => item.Key));
            return [Error(ConditionTree.Join(path, "field"), $"There is no field '{predicate.Field}'{guess}")];
        }

        var form = Operators.Describe(predicate.Operator);
        if (!form.Types.Contains(column.Type))
        {
            var fitting = string.Join(", ", Operators.For(column.Type).Select(item => item.Label));
            return [Error(ConditionTree.Join(path, "operator"), $"{column.Label} is {ValueReader.Describe(column.Type)} and cannot be compared with '{form.Label}'; use one of: {fitting}.")];
        }

        var value = ConditionTree.Join(path, "value");
        return form.Takes(predicate.Operands.Count) && predicate.Operands.Count <= ConditionLimits.Operands
            ? CheckOperands(predicate, form, column, value)
            : [Error(value, $"{column.Label} '{form.Label}' takes {DescribeCount(form.Shape)}, not {predicate.Operands.Count}.")];
    }

    private static IEnumerable<ConditionProblem> CheckOperands(Predicate predicate, OperatorDescription form, ColumnDescription column, string path)
    {
        var operands = predicate.Operands;
        for (var index = 0; index < operands.Count; index++)
        {
            var part = operands.Count == 1 ? path : $"{path}[{index}]";
            if (ValueReader.Complaint(operands[index], form, column) is { } complaint)
            {
                yield return Error(part, complaint);
            }
            else if (ValueReader.NamesOption(form, column) && ValueReader.FindOption(operands[index], column) is null)
            {
                var guess = Suggestion.For(operands[index].ToString(), column.Options.Select(option => option.Label));
                yield return new ConditionProblem(
                    ConditionProblemKind.UnknownOption, part, $"{column.Label} is a choice; '{operands[index]}' is none of its options{guess}");
            }
        }

        if (form.Shape is OperandShape.Two && ValueReader.IsReversed(operands, column.Type))
        {
            yield return Error(path, $"{column.Label} can never lie between {operands[0]} and {operands[1]}; put the smaller value first.");
        }
    }

    private static string DescribeCount(OperandShape shape) => shape switch
    {
        OperandShape.None => "no value",
        OperandShape.One => "one value",
        OperandShape.Two => "two values",
        OperandShape.Many => $"1 to {ConditionLimits.Operands} values",
        OperandShape.Days => "one number of days",
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private static ConditionProblem Error(string path, string message) => new(ConditionProblemKind.Error, path, message);
}
