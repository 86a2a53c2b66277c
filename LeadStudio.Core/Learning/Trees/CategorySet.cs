using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>Some of the 256 categories that a column can have.</summary>
public sealed record CategorySet
{
    private Words _words;

    private CategorySet(Words words) => _words = words;

    /// <summary>Makes a set.</summary>
    /// <param name="categories">The categories, 0 to 255 each.</param>
    /// <returns>The set.</returns>
    public static CategorySet Of(params IEnumerable<int> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var words = default(Words);
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
    public bool Contains(int category) => ((_words[category >> 6] >> (category & 63)) & 1) != 0;

    /// <summary>Lists the categories.</summary>
    /// <returns>They, rising.</returns>
    public IEnumerable<int> List() => Enumerable.Range(0, 256).Where(Contains);

    /// <inheritdoc />
    public bool Equals(CategorySet? other) => other is not null && ((ReadOnlySpan<ulong>)_words).SequenceEqual(other._words);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_words[0], _words[1], _words[2], _words[3]);

    [InlineArray(4)]
    private struct Words
    {
        private ulong _first;
    }
}
