using System.Text.Json;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Turns JSON elements into conditions and keeps count of their size.</summary>
internal sealed class ConditionJsonReader
{
    private static readonly string[] s_groups = ["all", "any", "not"];
    private static readonly string[] s_predicate = ["field", .. Operators.All.Select(item => item.JsonName)];
    private static readonly string[] s_known = [.. s_groups, .. s_predicate];

    private int _predicates;

    public static Condition Read(JsonPart part) => new ConditionJsonReader().ReadPart(part, depth: 1);

    private Condition ReadPart(JsonPart part, int depth)
    {
        if (depth > ConditionLimits.Depth)
        {
            throw part.Fail($"the condition is nested deeper than {ConditionLimits.Depth} levels; flatten it.");
        }

        var members = part.Members(s_known);
        if (members.ContainsKey("field"))
        {
            return ReadPredicate(part, members);
        }

        if (members.Count != 1 || !s_groups.Contains(members.Keys.First()))
        {
            throw part.Fail("expected one of all, any and not, or a field with an operator.");
        }

        var (name, content) = members.First();
        return name switch
        {
            "all" => new AllCondition(ReadItems(content, depth)),
            "any" => new AnyCondition(ReadItems(content, depth)),
            _ => new NotCondition(ReadPart(content, depth + 1)),
        };
    }

    private ValueList<Condition> ReadItems(JsonPart part, int depth) =>
        ValueList.From(part.Items().Select(item => ReadPart(item, depth + 1)));

    private Predicate ReadPredicate(JsonPart part, Dictionary<string, JsonPart> members)
    {
        if (++_predicates > ConditionLimits.Predicates)
        {
            throw part.Fail($"the condition has more than {ConditionLimits.Predicates} predicates; split it.");
        }

        var names = members.Keys.Where(name => name != "field").ToArray();
        if (names.Length != 1 || Operators.FindJson(names[0]) is not { } form)
        {
            var found = names.Length == 0 ? "none" : string.Join(", ", names);
            throw part.Fail($"a field takes exactly one operator, found {found}; operators are {string.Join(", ", s_predicate.Skip(1))}.");
        }

        return new Predicate(members["field"].Text(), form.Operator, ReadOperands(members[form.JsonName], form.Shape));
    }

    private static ValueList<Operand> ReadOperands(JsonPart part, OperandShape shape)
    {
        switch (shape)
        {
            case OperandShape.None:
                return part.Value.ValueKind is JsonValueKind.True ? [] : throw part.Fail($"expected true, found {part.Kind()}.");
            case OperandShape.One:
                return [ReadOperand(part)];
            case OperandShape.Days:
                return [Operand.From((double)part.Whole())];
            case OperandShape.Two or OperandShape.Many:
                var operands = ValueList.From(part.Items().Take(ConditionLimits.Operands + 1).Select(ReadOperand));
                var fits = shape is OperandShape.Two ? operands.Count == 2 : operands.Count is >= 1 and <= ConditionLimits.Operands;
                return fits ? operands : throw part.Fail(shape is OperandShape.Two
                    ? "expected two values, the lower and the upper."
                    : $"expected 1 to {ConditionLimits.Operands} values.");
            default:
                throw new InvalidOperationException($"Unknown shape {shape}.");
        }
    }

    private static Operand ReadOperand(JsonPart part) => part.Value.ValueKind switch
    {
        JsonValueKind.String => Operand.From(part.Text()),
        JsonValueKind.Number when part.Value.TryGetDouble(out var number) && double.IsFinite(number) => Operand.From(number),
        JsonValueKind.True => Operand.From(true),
        JsonValueKind.False => Operand.From(false),
        _ => throw part.Fail($"expected a text, a number, true or false, found {part.Kind()}."),
    };
}
