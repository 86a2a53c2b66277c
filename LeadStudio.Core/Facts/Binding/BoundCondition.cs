using LeadStudio.Core.Common;

namespace LeadStudio.Core.Facts.Binding;

/// <summary>A condition bound to slots: fields looked up, values read by type and folded, options turned into codes.</summary>
/// <remarks>
/// Every engine starts here, so all agree on what a condition means. <see cref="Holds"/> answers for one lead at a time
/// and is meant for few leads (a ledger, a workflow); scorecards are compiled.
/// </remarks>
public abstract record BoundCondition
{
    private protected BoundCondition()
    {
    }

    /// <summary>Says whether a lead meets the condition.</summary>
    /// <param name="facts">The lead's facts.</param>
    /// <param name="asOf">The instant at which it is asked, in UTC microseconds.</param>
    /// <returns>Whether it holds.</returns>
    public abstract bool Holds(LeadFacts facts, double asOf);
}

/// <summary>Every item holds.</summary>
internal sealed record BoundAll(ValueList<BoundCondition> Items) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) => Items.All(item => item.Holds(facts, asOf));
}

/// <summary>At least one item holds.</summary>
internal sealed record BoundAny(ValueList<BoundCondition> Items) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) => Items.Any(item => item.Holds(facts, asOf));
}

/// <summary>The item does not hold.</summary>
internal sealed record BoundNot(BoundCondition Item) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) => !Item.Holds(facts, asOf);
}

/// <summary>The same for every lead.</summary>
internal sealed record BoundConstant(bool Value) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) => Value;
}

/// <summary>There is no value in the slot.</summary>
internal sealed record MissingTest(FactSlot Slot) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) => Slot.Kind is SlotKind.Text
        ? facts.TextArray[Slot.Index] is null
        : double.IsNaN(facts.NumberArray[Slot.Index]);
}

/// <summary>The number is there and lies in an interval, or there and outside of it.</summary>
/// <param name="Slot">The index of the number slot.</param>
/// <param name="Low">The lower end, included; minus infinity for none.</param>
/// <param name="High">The upper end, included; infinity for none.</param>
/// <param name="Outside">Whether the number must lie outside.</param>
/// <param name="Moves">Whether the interval moves with time: its ends are then microseconds after "as of".</param>
internal sealed record NumberTest(int Slot, double Low, double High, bool Outside = false, bool Moves = false) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf)
    {
        var number = facts.NumberArray[Slot];
        var origin = Moves ? asOf : 0;
        return Outside
            ? number < origin + Low || number > origin + High
            : number >= origin + Low && number <= origin + High;
    }

    /// <summary>Gives the first instant after <paramref name="asOf"/> at which the answer changes by itself, or infinity.</summary>
    public double NextChange(double number, double asOf)
    {
        // The number enters the moving interval when asOf reaches number - High, and has left it just after number - Low.
        var enters = Math.Ceiling(number - High);
        var leaves = Math.Floor(number - Low) + 1;
        return enters > asOf ? enters : leaves > asOf ? leaves : double.PositiveInfinity;
    }
}

/// <summary>The option in the slot is one of a set, or there and none of it.</summary>
/// <param name="Slot">The index of the number slot.</param>
/// <param name="Codes">The codes of the set.</param>
/// <param name="Outside">Whether the option must be none of the set.</param>
internal sealed record CodeTest(int Slot, CodeSet Codes, bool Outside) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf)
    {
        var code = facts.NumberArray[Slot];
        return !double.IsNaN(code) && Codes.Contains(code) != Outside;
    }
}

/// <summary>The text is there and passes a comparison, or there and does not.</summary>
/// <param name="Slot">The index of the text slot.</param>
/// <param name="Kind">The comparison.</param>
/// <param name="Values">The folded values, of which one must match.</param>
/// <param name="Outside">Whether none must match.</param>
internal sealed record TextTest(int Slot, TextTestKind Kind, ValueList<string> Values, bool Outside = false) : BoundCondition
{
    public override bool Holds(LeadFacts facts, double asOf) =>
        facts.TextArray[Slot] is { } text && TextMatcher.For(this).Matches(text) != Outside;
}

/// <summary>How a text is compared.</summary>
internal enum TextTestKind
{
    Is,
    Contains,
    Word,
    StartsWith,
    EndsWith,
    Domain,
}
