using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

/// <summary>Random conditions: any at all, and such as fit a catalog.</summary>
public static class ConditionGenerators
{
    private static readonly string[] s_words =
        ["", "a", "DE", "vp", "VP of Ärger", "and", "not", "true", "42", "-1.5", "1e3", "2026-01-01", "gmail.com", "say \"hi\"", "back\\slash", "(x)", "a,b", "tick`", "zwei\nZeilen", "日本", "😀"];

    public static Arbitrary<Condition> Conditions() =>
        Tree(Any(), depth: 4).ToArbitrary();

    /// <summary>Conditions whose predicates come from <paramref name="predicates"/>.</summary>
    public static Gen<Condition> Tree(Gen<Predicate> predicates, int depth)
    {
        var leaf = predicates.Select(predicate => (Condition)predicate);
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Tree(predicates, depth - 1);
        var items = Gen.Choose(0, 3).SelectMany(count => inner.ArrayOf(count)).Select(list => ValueList.From(list));
        return Gen.Frequency(
            (4, leaf),
            (1, inner.Select(item => (Condition)new NotCondition(item))),
            (2, items.Select(list => (Condition)new AllCondition(list))),
            (2, items.Select(list => (Condition)new AnyCondition(list))));
    }

    private static Gen<Predicate> Any() =>
        from field in Gen.Elements("country", "employees", "page views", "not", "x.y_z", "tick`ed", "30d", "Ünï")
        from form in Gen.Elements<OperatorDescription>([.. Operators.All])
        from operands in OperandsFor(form, Operands())
        select new Predicate(field, form.Operator, operands);

    public static Gen<ValueList<Operand>> OperandsFor(OperatorDescription form, Gen<Operand> values) => form.Shape switch
    {
        OperandShape.None => Gen.Constant(ValueList.From(Array.Empty<Operand>())),
        OperandShape.One => values.ArrayOf(1).Select(list => ValueList.From(list)),
        OperandShape.Two => values.ArrayOf(2).Select(list => ValueList.From(list)),
        OperandShape.Many => Gen.Choose(1, 4).SelectMany(count => values.ArrayOf(count)).Select(list => ValueList.From(list)),
        OperandShape.Days => Gen.Choose(1, 60).Select(days => ValueList.From([Operand.From((double)days)])),
        _ => throw new InvalidOperationException($"Unknown shape {form.Shape}."),
    };

    private static Gen<Operand> Operands() => Gen.OneOf(
        Gen.Elements(s_words).Select(Operand.From),
        Gen.Elements(0, 1, -3.25, 200, 1e300, 5e-324, 123456789012345678).Select(Operand.From),
        Gen.Elements(true, false).Select(Operand.From));
}
