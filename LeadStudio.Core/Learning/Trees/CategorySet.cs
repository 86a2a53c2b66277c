using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Some of the 256 categories that a column can have.</summary>
public sealed record CategorySet
{
    /// <summary>How many words of 64 bits a set has.</summary>
    internal const int WordCount = 4;

    private readonly Bits _bits;

    private CategorySet(Bits bits) => _bits = bits;

    /// <summary>Gets the set, a bit per category.</summary>
    internal ReadOnlySpan<ulong> Words => _bits;

    /// <summary>Makes a set.</summary>
    /// <param name="categories">The categories, 0 to 255 each.</param>
    /// <returns>The set.</returns>
    public static CategorySet Of(params IEnumerable<int> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var words = default(Bits);
        foreach (var category in categories)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(category, nameof(categories));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(category, byte.MaxValue, nameof(categories));
            words[category / 64] |= 1UL << (category % 64);
        }

        return new CategorySet(words);
    }

    /// <summary>Tells whether a category is in the set.</summary>
    /// <param name="category">The category, 0 to 255.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(int category) => ((_bits[category >> 6] >> (category & 63)) & 1) != 0;

    /// <summary>Lists the categories.</summary>
    /// <returns>They, rising.</returns>
    public IEnumerable<int> List() => Enumerable.Range(0, 256).Where(Contains);

    /// <inheritdoc />
    public bool Equals(CategorySet? other) => other is not null && Words.SequenceEqual(other.Words);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_bits[0], _bits[1], _bits[2], _bits[3]);

    [InlineArray(WordCount)]
    private struct Bits
    {
        private ulong _first;
    }
}
