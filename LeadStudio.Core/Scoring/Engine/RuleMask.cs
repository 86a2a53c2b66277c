using System.Numerics;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Which rules of a scorecard held for a lead: one bit per rule, in the order of <see cref="Model.Scorecard.Rules"/>.</summary>
/// <param name="Word0">Rules 0 to 63, the first in the lowest bit.</param>
/// <param name="Word1">Rules 64 to 127.</param>
/// <param name="Word2">Rules 128 to 191.</param>
/// <param name="Word3">Rules 192 to 255.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleMask(ulong Word0, ulong Word1 = 0, ulong Word2 = 0, ulong Word3 = 0)
{
    /// <summary>Gets the number of rules that held.</summary>
    public int Count => BitOperations.PopCount(Word0) + BitOperations.PopCount(Word1) + BitOperations.PopCount(Word2) + BitOperations.PopCount(Word3);

    /// <summary>Says whether a rule held.</summary>
    /// <param name="rule">The rule's index, 0 to 255.</param>
    /// <returns>Whether it held.</returns>
    public bool this[int rule] => (Word(rule >> 6) >> rule & 1) != 0;

    /// <summary>Gets one word, 0 to 3.</summary>
    /// <param name="index">The index of the word.</param>
    /// <returns>The word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public ulong Word(int index) => index switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        3 => Word3,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A rule mask has four words."),
    };
}
