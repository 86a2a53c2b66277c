using System.Numerics;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Which rules of a scorecard held for a lead: one bit per rule, in the order of <see cref="Model.Scorecard.Rules"/>.</summary>
/// <remarks>A view of words that belong to a <see cref="LeadScore"/> or to <see cref="ColumnScores"/>: it changes when they are filled again.</remarks>
/// <param name="words">64 rules a word, the first in the lowest bit of the first word; rules behind the last word did not hold.</param>
public readonly struct RuleMask(ReadOnlyMemory<ulong> words) : IEquatable<RuleMask>
{
    /// <summary>Gets 64 rules a word, the first in the lowest bit of the first word.</summary>
    public ReadOnlySpan<ulong> Words => words.Span;

    /// <summary>Gets the number of rules that held.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Says whether a rule held.</summary>
    /// <param name="rule">The rule's index, from 0.</param>
    /// <returns>Whether it held.</returns>
    public bool this[int rule] => rule >> 6 < Words.Length && (Words[rule >> 6] >> rule & 1) != 0;

    /// <summary>Compares two masks.</summary>
    /// <param name="left">A mask.</param>
    /// <param name="right">Another mask.</param>
    /// <returns>Whether the same rules held.</returns>
    public static bool operator ==(RuleMask left, RuleMask right) => left.Equals(right);

    /// <summary>Compares two masks.</summary>
    /// <param name="left">A mask.</param>
    /// <param name="right">Another mask.</param>
    /// <returns>Whether other rules held.</returns>
    public static bool operator !=(RuleMask left, RuleMask right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(RuleMask other) => Words.TrimEnd(0UL).SequenceEqual(other.Words.TrimEnd(0UL));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RuleMask other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in Words.TrimEnd(0UL))
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
