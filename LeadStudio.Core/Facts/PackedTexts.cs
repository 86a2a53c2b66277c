namespace LeadStudio.Core.Facts;

/// <summary>Many texts in one piece of memory, so that reading them in order waits for no cache. Immutable.</summary>
public sealed class PackedTexts
{
    private readonly char[] _characters;
    private readonly int[] _ends;

    internal PackedTexts(char[] characters, int[] ends, int count) => (_characters, _ends, Count) = (characters, ends, count);

    /// <summary>Gets the number of texts.</summary>
    public int Count { get; }

    /// <summary>Gets a text.</summary>
    /// <param name="index">Its index, 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _characters.AsSpan(start, _ends[index] - start);
        }
    }
}
