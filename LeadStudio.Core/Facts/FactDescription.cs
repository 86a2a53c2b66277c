using System.Runtime.InteropServices;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Facts;

/// <summary>A question that can be asked of a lead, and where <see cref="LeadFacts"/> and <see cref="FactTable"/> keep the answer.</summary>
/// <param name="Key">The key that conditions use.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Type">The type of the answer.</param>
/// <param name="Options">The options of a choice or multi-choice.</param>
/// <param name="Slot">Where the answer is kept.</param>
public sealed record FactDescription(string Key, string Label, ColumnType Type, ValueList<ColumnOption> Options, FactSlot Slot)
    : ColumnDescription(Key, Label, Type, Options);

/// <summary>A place for one fact.</summary>
/// <param name="Kind">Texts or numbers.</param>
/// <param name="Index">The index among the slots of this kind, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FactSlot(SlotKind Kind, int Index);

/// <summary>The two kinds of slots.</summary>
public enum SlotKind
{
    /// <summary>Folded texts; several options as their codes between bars, <c>|3|17|</c>. Missing is <see langword="null"/>.</summary>
    Text,

    /// <summary>Numbers as they are, yes as 1 and no as 0, instants as UTC microseconds, an option as its code. Missing is NaN.</summary>
    Number,
}
