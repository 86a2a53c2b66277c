using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Features.Scoring.Conditions;

/// <summary>How the items of a group in the form are joined.</summary>
internal enum GroupMode
{
    All,
    Any,
    None,
    NotAll,
}

/// <summary>A condition as the form shows it: items under a heading. Every condition is one, a lone comparison too.</summary>
/// <param name="Mode">How the items are joined.</param>
/// <param name="Items">The items.</param>
internal sealed record ConditionGroup(GroupMode Mode, ValueList<Condition> Items)
{
    /// <summary>Gets the words of the modes.</summary>
    public static IReadOnlyList<(GroupMode Mode, string Words)> Modes { get; } =
    [
        (GroupMode.All, "All of these hold"),
        (GroupMode.Any, "At least one of these holds"),
        (GroupMode.None, "None of these holds"),
        (GroupMode.NotAll, "Not all of these hold"),
    ];

    public static ConditionGroup From(Condition condition) => condition switch
    {
        AllCondition all => new(GroupMode.All, all.Items),
        AnyCondition any => new(GroupMode.Any, any.Items),
        NotCondition { Item: AnyCondition any } => new(GroupMode.None, any.Items),
        NotCondition { Item: AllCondition all } => new(GroupMode.NotAll, all.Items),
        NotCondition not => new(GroupMode.None, [not.Item]),
        _ => new(GroupMode.All, [condition]),
    };

    /// <summary>Gives the path of an item within the condition that this group was made from, as the validator names it.</summary>
    /// <param name="condition">That condition.</param>
    /// <param name="index">The item.</param>
    public static string PathOf(Condition condition, int index) => condition switch
    {
        AllCondition => $"all[{index}]",
        AnyCondition => $"any[{index}]",
        NotCondition { Item: AnyCondition } => $"not.any[{index}]",
        NotCondition { Item: AllCondition } => $"not.all[{index}]",
        NotCondition => "not",
        _ => "",
    };

    /// <summary>Turns the form back into a condition; a lone item stands without a group.</summary>
    public Condition ToCondition() => Mode switch
    {
        GroupMode.All => Items is [var only] ? only : new AllCondition(Items),
        GroupMode.Any => Items is [var only] ? only : new AnyCondition(Items),
        GroupMode.None => new NotCondition(Items is [var only and not (AllCondition or AnyCondition)] ? only : new AnyCondition(Items)),
        GroupMode.NotAll => new NotCondition(new AllCondition(Items)),
        _ => throw new InvalidOperationException($"Unknown mode {Mode}."),
    };

    public ConditionGroup With(int index, Condition? item) => this with
    {
        Items = ValueList.From(Items.SelectMany((old, at) => at != index ? [old] : item is null ? Array.Empty<Condition>() : [item])),
    };
}
