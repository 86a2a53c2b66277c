using LeadStudio.Core.Common;

namespace LeadStudio.Core.Facts.Binding;

/// <summary>Joins bound conditions into the smallest equal tree, so that engines do each piece of work once.</summary>
internal static class Simplifier
{
    public static BoundCondition All(IEnumerable<BoundCondition> items)
    {
        var kept = new List<BoundCondition>();
        foreach (var item in items.SelectMany(item => item is BoundAll all ? all.Items : [item]))
        {
            if (item is BoundConstant constant)
            {
                if (!constant.Value)
                {
                    return constant;
                }
            }
            else if (!kept.Contains(item) && !TryNarrow(kept, item))
            {
                kept.Add(item);
            }
        }

        return kept.Count switch
        {
            0 => new BoundConstant(true),
            1 => kept[0],
            _ => new BoundAll(ValueList.From(kept)),
        };
    }

    public static BoundCondition Any(IEnumerable<BoundCondition> items)
    {
        var kept = new List<BoundCondition>();
        foreach (var item in items.SelectMany(item => item is BoundAny any ? any.Items : [item]))
        {
            if (item is BoundConstant constant)
            {
                if (constant.Value)
                {
                    return constant;
                }
            }
            else if (!kept.Contains(item) && !TryWiden(kept, item))
            {
                kept.Add(item);
            }
        }

        return kept.Count switch
        {
            0 => new BoundConstant(false),
            1 => kept[0],
            _ => new BoundAny(ValueList.From(kept)),
        };
    }

    public static BoundCondition Not(BoundCondition item) => item switch
    {
        BoundNot not => not.Item,
        BoundConstant constant => new BoundConstant(!constant.Value),
        _ => new BoundNot(item),
    };

    // "at least 200" and "less than 5000" of one number become one interval.
    private static bool TryNarrow(List<BoundCondition> kept, BoundCondition item)
    {
        var at = item is NumberTest { Outside: false } test
            ? kept.FindIndex(other => other is NumberTest { Outside: false } number && number.Slot == test.Slot && number.Moves == test.Moves)
            : -1;
        if (at >= 0 && item is NumberTest added && kept[at] is NumberTest known)
        {
            kept[at] = known with { Low = Math.Max(known.Low, added.Low), High = Math.Min(known.High, added.High) };
        }

        return at >= 0;
    }

    // "contains VP" or "contains Head" of one text become one test with two values.
    private static bool TryWiden(List<BoundCondition> kept, BoundCondition item)
    {
        var at = item is TextTest { Outside: false } test
            ? kept.FindIndex(other => other is TextTest { Outside: false } text && text.Slot == test.Slot && text.Kind == test.Kind)
            : -1;
        if (at >= 0 && item is TextTest added && kept[at] is TextTest known)
        {
            kept[at] = known with { Values = ValueList.From(known.Values.Union(added.Values, StringComparer.Ordinal)) };
        }

        return at >= 0;
    }
}
