using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Core.Tests.Leads.Listing;

/// <summary>Random queries over the leads of <see cref="ListWorld"/>.</summary>
internal static class QueryGenerators
{
    private static readonly string[] s_sorts = ["score", "band", "firstName", "notes", "employees", "country", "newsletter", "lastSeenAt", "createdAt", "scoredAt"];
    private static readonly string[] s_fields = ["score", "band", "firstName", "notes", "website", "employees", "country", "tags", "newsletter", "lastSeenAt", "createdAt", "stage", "gone"];
    private static readonly string[] s_parts = ["an", "%", "_", "b's", "\\", "n", "mail1.example.com", "日", "x+", "neil", "smith)", "'; drop table leads; --"];

    public static Arbitrary<LeadQuery> Queries(ListColumns columns) =>
        (from filter in Gen.Frequency((1, Gen.Constant<Condition?>(null)), (2, Conditions(columns, 2).Select(condition => (Condition?)condition)))
         from sort in Gen.Elements(s_sorts)
         from isDown in Gen.Elements(false, true)
         from scope in Gen.Elements(LeadScope.Open, LeadScope.All)
         select new LeadQuery { Filter = filter, SortKey = sort, Descending = isDown, Scope = scope }).ToArbitrary();

    public static Gen<Condition> Conditions(ListColumns columns, int depth) =>
        depth == 0
            ? Gen.Elements(s_fields).SelectMany(field => Predicates(field, columns.Find(field)))
            : Gen.Frequency(
                (3, Conditions(columns, 0)),
                (1, Conditions(columns, depth - 1).Select(Condition (item) => new NotCondition(item))),
                (2, Gen.Choose(0, 3).SelectMany(count => Conditions(columns, depth - 1).ArrayOf(count)).Select(Condition (items) => new AllCondition([.. items]))),
                (2, Gen.Choose(0, 3).SelectMany(count => Conditions(columns, depth - 1).ArrayOf(count)).Select(Condition (items) => new AnyCondition([.. items]))));

    private static Gen<Condition> Predicates(string field, ListColumn? column) =>
        from form in Gen.Elements<OperatorDescription>([.. column is null ? Operators.All : Operators.For(column.Type)])
        from values in (form.Shape is OperandShape.Days ? Gen.Choose(1, 40).Select(days => (Operand)days) : Values(column?.Type ?? ColumnType.Text))
            .ArrayOf(form.Shape switch { OperandShape.None => 0, OperandShape.Two => 2, OperandShape.Many => 3, _ => 1 })
        select (Condition)new Predicate(field, form.Operator, [.. values]);

    private static Gen<Operand> Values(ColumnType type) => type switch
    {
        ColumnType.Number => Gen.Elements(-1, 0, 10.5, 21, 33, 42, 66, 1e300).Select(number => (Operand)number),
        ColumnType.Boolean => Gen.Elements(false, true).Select(truth => (Operand)truth),
        ColumnType.Date => Gen.Choose(-40, 10).Select(days => (Operand)ListWorld.Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ColumnType.Text => Gen.Elements([.. ListWorld.Texts, .. s_parts, .. ListWorld.Addresses]).Select(text => (Operand)text),
        _ => Gen.Elements([.. ListWorld.Countries, "A1", "C3", "ger", "an", "New", "none of these"]).Select(text => (Operand)text),
    };
}
