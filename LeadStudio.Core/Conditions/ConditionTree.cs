namespace LeadStudio.Core.Conditions;

/// <summary>Walks over conditions.</summary>
public static class ConditionTree
{
    /// <summary>Lists all predicates, from left to right.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The predicates with their paths, such as <c>any[2].not</c>; the path of a lone predicate is empty.</returns>
    public static IEnumerable<(string Path, Predicate Predicate)> Predicates(this Condition condition) => Walk(condition, "");

    /// <summary>Lists the keys of the fields that a condition asks for, each once.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The keys, in the order of their first use.</returns>
    public static IEnumerable<string> Fields(this Condition condition) =>
        condition.Predicates().Select(item => item.Predicate.Field).Distinct(StringComparer.Ordinal);

    internal static string Join(string path, string part) => path.Length == 0 ? part : $"{path}.{part}";

    internal static int Depth(Condition condition) => condition switch
    {
        AllCondition all => 1 + all.Items.Select(Depth).DefaultIfEmpty().Max(),
        AnyCondition any => 1 + any.Items.Select(Depth).DefaultIfEmpty().Max(),
        NotCondition not => 1 + Depth(not.Item),
        _ => 1,
    };

    private static IEnumerable<(string Path, Predicate Predicate)> Walk(Condition condition, string path) => condition switch
    {
        Predicate predicate => [(path, predicate)],
        NotCondition not => Walk(not.Item, Join(path, "not")),
        AllCondition all => all.Items.SelectMany((item, index) => Walk(item, Join(path, $"all[{index}]"))),
        AnyCondition any => any.Items.SelectMany((item, index) => Walk(item, Join(path, $"any[{index}]"))),
        _ => [],
    };
}
