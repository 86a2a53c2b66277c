using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Features.Leads.Filters;

/// <summary>Conditions and further groups of which all or any must hold, while somebody puts them together.</summary>
public sealed class FilterGroup
{
    /// <summary>How deep the editor lets groups be nested; conditions written as text may go deeper and stay as they are.</summary>
    public const int MostLevels = 3;

    /// <summary>Gets or sets a value indicating whether one of the parts is enough; else all must hold.</summary>
    public bool IsAny { get; set; }

    /// <summary>Gets the parts, in their order.</summary>
    public IList<FilterPart> Parts { get; } = [];

    /// <summary>Gets or sets the condition that is being put together in it; null where there is none.</summary>
    public FilterDraft? Draft { get; set; }

    /// <summary>Gets a value indicating whether a condition of it, or of a group within it, is not finished: to build now would lose it.</summary>
    public bool IsUnfinished => Draft is not null || Parts.Any(part => part.Group is { IsUnfinished: true });

    /// <summary>Reads a condition.</summary>
    /// <param name="condition">The condition; null for none.</param>
    public static FilterGroup Of(Condition? condition) => Of(condition, MostLevels);

    /// <summary>Makes the condition. Groups without a part are left out, and of one part only the part stays.</summary>
    /// <returns>The condition; null where there is nothing to hold.</returns>
    public Condition? Build()
    {
        List<Condition> built = [.. Parts.Select(part => part.Condition ?? part.Group?.Build()).OfType<Condition>()];
        return built.Count switch
        {
            0 => null,
            1 => built[0],
            _ => IsAny ? new AnyCondition(ValueList.From(built)) : new AllCondition(ValueList.From(built)),
        };
    }

    private static FilterGroup Of(Condition? condition, int levels)
    {
        var group = new FilterGroup { IsAny = condition is AnyCondition { Items.Count: > 1 } };
        IEnumerable<Condition> items = condition switch
        {
            null => [],
            AllCondition { Items.Count: > 1 } all => all.Items,
            AnyCondition { Items.Count: > 1 } any => any.Items,
            _ => [condition],
        };
        foreach (var item in items)
        {
            var isGroup = levels > 1 && (item is AllCondition { Items.Count: > 1 } or AnyCondition { Items.Count: > 1 });
            group.Parts.Add(isGroup && !ReferenceEquals(item, condition) ? new FilterPart(null, Of(item, levels - 1)) : new FilterPart(item, null));
        }

        return group;
    }
}

/// <summary>A part of a group: a condition or a group of its own.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Group">The group, where it is no condition.</param>
public sealed record FilterPart(Condition? Condition, FilterGroup? Group);
